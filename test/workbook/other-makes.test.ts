import { strFromU8, strToU8 } from 'fflate';
import { bookParts, opened, sheetData, unzip, zipOf, type Parts } from './fixture.ts';
import { brokenLinks, illFormed } from './package-check.ts';
import { samplePage } from './sample-pages.ts';
import { pattern } from '#domain/pattern.ts';

const TRANSITIONAL = pattern()`
  schemas\.openxmlformats\.org\/(spreadsheetml|drawingml|officeDocument\/2006\/relationships)
`;

const parts = bookParts({
  sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>86400.5</v></c></row>') },
});

/** Stored, every size and offset in the ZIP64 fields, as streaming exporters write it. */
function zip64(content: Parts): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, body] of Object.entries(content)) {
    const [rawName, data] = [Buffer.from(name), Buffer.from(strToU8(String(body)))];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(45, 0);
    shared.writeUInt32LE(checksum(data), 10);
    shared.writeUInt32LE(0xffffffff, 14);
    shared.writeUInt32LE(0xffffffff, 18);
    shared.writeUInt16LE(rawName.length, 22);
    const wide = Buffer.alloc(28);
    wide.writeUInt16LE(1, 0);
    wide.writeUInt16LE(24, 2);
    wide.writeBigUInt64LE(BigInt(data.length), 4);
    wide.writeBigUInt64LE(BigInt(data.length), 12);
    wide.writeBigUInt64LE(BigInt(at), 20);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, rawName, data]);
    const central = Buffer.concat([
      Buffer.from('PK\u0001\u0002\u002d\u0000'),
      shared.subarray(0, 24),
      Buffer.from([28, 0]),
      Buffer.alloc(10),
      Buffer.alloc(4, 0xff),
      rawName,
      wide,
    ]);
    locals.push(local);
    directory.push(central);
    at += local.length;
  }
  const end = Buffer.alloc(56 + 20 + 22);
  end.write('PK\u0006\u0006', 0, 'latin1');
  end.writeBigUInt64LE(BigInt(directory.length), 32);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.write('PK\u0006\u0007', 56, 'latin1');
  end.writeBigUInt64LE(BigInt(at + directory.reduce((sum, { length }) => sum + length, 0)), 64);
  end.write('PK\u0005\u0006', 76, 'latin1');
  end.fill(0xff, 84, 96);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const checksum = (data: Buffer): number => {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

test('an archive with ZIP64 sizes reads and is copied as an ordinary one', async () => {
  const book = await opened(zip64(parts));
  expect((await book.readSheet('订单')).columns).toEqual([[86400.5]]);
  await book.writeKept('a', 'b');
  expect(strFromU8(unzip(book.save())['xl/worksheets/sheet1.xml']!)).toBe(
    parts['xl/worksheets/sheet1.xml'],
  );
});

test('a name with a backslash or in another case is the same part', async () => {
  const odd = Object.fromEntries(
    Object.entries(parts).map(([name, body]) => [
      name === 'xl/worksheets/sheet1.xml' ? 'xl\\Worksheets\\Sheet1.xml' : name,
      body,
    ]),
  );
  expect((await (await opened(zipOf(odd))).readSheet('订单')).columns).toEqual([[86400.5]]);
});

describe('a strict workbook', () => {
  const strict: Parts = Object.fromEntries(
    Object.entries(parts).map(([name, body]) => [
      name,
      String(body)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]),
  );

  test('reads, and what is added speaks its language', async () => {
    const book = await opened(zipOf(strict));
    expect((await book.readSheet('订单')).columns).toEqual([[86400.5]]);
    await book.highlight('订单', { left: 0, right: 1 }, [{ row: 1, color: '#FFE699' }]);
    await book.writePage(samplePage());
    const output = book.save();
    const added = Object.entries(unzip(output))
      .filter(([name]) => !(name in strict) && /\.(xml|rels)$/.test(name))
      .map(([name, body]) => [name, strFromU8(body)] as const);
    for (const [name, xml] of added)
      expect([name, TRANSITIONAL.exec(xml)?.[0]]).toEqual([name, undefined]);
    expect(brokenLinks(output)).toEqual([]);
    expect(illFormed(output)).toEqual([]);
  });
});
