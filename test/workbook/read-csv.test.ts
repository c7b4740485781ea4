import { opened } from './fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const firstSheet = async (bytes: Uint8Array, name = '订单.csv') => {
  const book = await opened(bytes, name);
  return book.readSheet((await book.listSheets())[0]?.name ?? '');
};

/** "订单号,金额\r\n华东,5\r\n" in GBK, worked out by hand from the code table. */
const GBK = Uint8Array.from([
  0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0xbb, 0xaa, 0xb6,
  0xab, 0x2c, 0x35, 0x0d, 0x0a,
]);

describe('encodings', () => {
  const expected = [
    ['订单号', '华东'],
    ['金额', '5'],
  ];
  const text = '订单号,金额\r\n华东,5\r\n';
  const utf16 = (bom: number): Uint8Array =>
    Uint8Array.from([
      bom === 0xff ? 0xff : 0xfe,
      bom === 0xff ? 0xfe : 0xff,
      ...[...text].flatMap((char) => {
        const code = char.charCodeAt(0);
        return bom === 0xff ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    ]);

  const utf32 = (written: string, little: boolean): Uint8Array => {
    const characters = [...written];
    const view = new DataView(new ArrayBuffer(4 * characters.length));
    characters.forEach((each, at) => view.setUint32(4 * at, each.codePointAt(0) ?? 0, little));
    return new Uint8Array(view.buffer);
  };

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`)],
    ['GBK', GBK],
    ['UTF-16 of Excel', utf16(0xff)],
    ['UTF-16 big-endian', utf16(0xfe)],
    ['UTF-16 without a mark', utf16(0xff).subarray(2)],
    ['UTF-16 big-endian without a mark', utf16(0xfe).subarray(2)],
    ['UTF-32', utf32(`\uFEFF${text}`, true)],
    ['UTF-32 big-endian', utf32(`\uFEFF${text}`, false)],
    ['UTF-32 without a mark', utf32(text, true)],
    ['UTF-32 big-endian without a mark', utf32(text, false)],
  ])('%s', async (_, bytes) => {
    expect((await firstSheet(bytes)).columns).toEqual(expected);
  });

  test('a long table in UTF-32, one broken character in it', async () => {
    const long = text + '甲𠮷,6\r\n'.repeat(20_000);
    const bytes = utf32(long, true);
    bytes.fill(0xff, 40_000, 40_004);
    const sheet = await firstSheet(bytes);
    expect([sheet.rowCount, sheet.columns[0]?.at(-1)]).toEqual([20_002, '甲𠮷']);
    expect(sheet.columns.flat().filter((cell) => String(cell).includes('\uFFFD'))).toHaveLength(1);
  });

  test('a UTF-8 file cut inside a character is not read as GBK', async () => {
    const sheet = await firstSheet(
      utf8('订单号,客户名称,产品类别,区域,备注\n甲,杭州云栈物流有限公司,基础,华东,云').slice(0, -1),
    );
    expect(sheet.columns[1]).toEqual(['客户名称', '杭州云栈物流有限公司']);
  });
});

test('a text table that a system exports as .xls', async () => {
  const sheet = await firstSheet(utf8('订单号\t金额\r\n007\t5.00\r\n'), '导出.xls');
  expect(sheet.columns).toEqual([
    ['订单号', '007'],
    ['金额', '5.00'],
  ]);
});

test('a character of GBK whose second byte is a bar does not end a field', async () => {
  // 0x81 0x7C is one character, "nameless" here; A|x, then B|that character.
  const line = [0x41, 0x7c, 0x78, 0x0a, 0x42, 0x7c, 0x81, 0x7c, 0x0a];
  const sheet = await firstSheet(Uint8Array.from([...line, ...line, ...line]));
  expect(sheet.columns).toHaveLength(2);
  expect(sheet.columns[1]?.[1]).toHaveLength(1);
});

describe('delimited text', () => {
  test.each<[string, string, unknown]>([
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'tabs, commas inside the amounts',
      '订单\t金额\n甲\t1,000.00\n乙\t2,000.00',
      [
        ['订单', '甲', '乙'],
        ['金额', '1,000.00', '2,000.00'],
      ],
    ],
    [
      'semicolons with decimal commas',
      'a;b\n1;2,5\n3;4,5',
      [
        ['a', '1', '3'],
        ['b', '2,5', '4,5'],
      ],
    ],
    [
      'a title line above the header',
      '2025 年订单台账\n订单号,金额\n甲,5',
      [
        ['2025 年订单台账', '订单号', '甲'],
        [null, '金额', '5'],
      ],
    ],
    [
      'a stated delimiter',
      'sep=;\r\na;b',
      [
        ['sep=', 'a'],
        [null, 'b'],
      ],
    ],
    [
      'a header that begins like an archive',
      'PK,b\n1,2',
      [
        ['PK', '1'],
        ['b', '2'],
      ],
    ],
    ['one column alone', 'a\nb', [['a', 'b']]],
    ['doubled quotes', 'a,"say ""hi"""\n', [['a'], ['say "hi"']]],
    ['a quote inside a plain field', '5" pipe,2\n', [['5" pipe'], ['2']]],
    [
      'a quote that never ends is a character',
      'a,b\n"c,d\ne,f',
      [
        ['a', '"c', 'e'],
        ['b', 'd', 'f'],
      ],
    ],
    [
      'old Mac line ends',
      'a,b\rc,d\r',
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    ],
    ['blank lines stay rows, trailing empty ones do not', 'a\n\nb\n,\n\n', [['a', null, 'b']]],
    ['a tab kept beside an id', '925010800000017\t,x', [['925010800000017\t'], ['x']]],
    [
      'ids, leading zeros and long numbers stay as typed',
      '007,925010800000017001,-5\n',
      [['007'], ['925010800000017001'], ['-5']],
    ],
  ])('%s', async (_, text, columns) => {
    expect((await firstSheet(utf8(text))).columns).toEqual(columns);
  });

  test('a quoted line break makes rows and lines part ways', async () => {
    const sheet = await firstSheet(utf8('a,b\r\n"x\r\ny",1\r\nz,2\r\n'));
    expect(sheet.columns).toEqual([
      ['a', 'x\r\ny', 'z'],
      ['b', '1', '2'],
    ]);
    expect(sheet.lines).toEqual([1, 2, 4]);
  });

  test('without one, rows are lines and nothing is said', async () => {
    expect((await firstSheet(utf8('a,b\n1,2\n'))).lines).toBeUndefined();
  });

  test('records that fall on the seams of the pieces are whole', async () => {
    const rows = Array.from({ length: 90_000 }, (_, i) => `${i},"华东, ${i}",${i}.50`);
    const sheet = await firstSheet(utf8(`${rows.join('\r\n')}\r\n`));
    expect(sheet.rowCount).toBe(90_000);
    expect(sheet.columns[1]?.every((cell, i) => cell === `华东, ${i}`)).toBe(true);
    expect(sheet.columns[2]?.every((cell, i) => cell === `${i}.50`)).toBe(true);
  });

  test.each([
    ['C:\\台账\\2025[Q1].csv', '2025_Q1_'],
    [
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三.tsv',
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一',
    ],
  ])('%s gives the sheet its name', async (name, sheet) => {
    expect((await (await opened(utf8('a,b'), name)).listSheets())[0]).toMatchObject({
      name: sheet,
      rowCount: 1,
      columnCount: 2,
      ours: false,
    });
  });
});

describe('separators of a Chinese keyboard', () => {
  test.each(['；', '，'])('%s separates where nothing else does', async (mark) => {
    const lines = [
      ['订单号', '客户', '金额'],
      ['A1', '甲', '5'],
    ];
    const text = lines.map((line) => line.join(mark)).join('\n');
    expect((await firstSheet(utf8(text))).columns).toEqual([
      ['订单号', 'A1'],
      ['客户', '甲'],
      ['金额', '5'],
    ]);
  });
  test('is text where another mark separates', async () => {
    const sheet = await firstSheet(utf8('订单号,备注\nA1,先付；后货，再议\n'));
    expect(sheet.columns).toEqual([
      ['订单号', 'A1'],
      ['备注', '先付；后货，再议'],
    ]);
  });
});
