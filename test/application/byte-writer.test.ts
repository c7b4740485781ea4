import fc from 'fast-check';
import { type Fen, yuanText } from '#domain/money/fen.ts';
import { ByteWriter, stamp } from '#application/write/byte-writer.ts';

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const wellFormed = (text: string): string => utf8(Buffer.from(text, 'utf8'));

function written(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter();
  write(writer);
  return utf8(writer.take());
}

const amounts = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
  fc.constantFrom(
    0,
    ...[31, 32, 53].flatMap((bits) => [-1, 0, 1].map((by) => 2 ** bits - 2 + by)),
    ...[2, 9, 10, 11, 12, 15].flatMap((tens) => [10 ** tens - 1, 10 ** tens]),
  ),
);

test('numbers are written as texts of them are', () => {
  fc.assert(
    fc.property(amounts, fc.string(), (amount, before) => {
      const whole = Math.abs(amount);
      const text = written((writer) => {
        writer.putText(before);
        writer.putYuan(amount as Fen);
        writer.putWhole(whole);
      });
      expect(text).toBe(`${wellFormed(before)}${yuanText(amount as Fen)}${whole}`);
    }),
  );
});

test('quoted texts are as JSON.stringify writes them, stamps as they are', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('A', '9', '-', '"', '\\', '\u007f', '单', '\ud800') }),
  );
  fc.assert(
    fc.property(fc.array(texts), (given) => {
      const text = written((writer) => {
        for (const each of given) {
          writer.putQuoted(each);
          writer.put(stamp(each));
        }
      });
      expect(text).toBe(given.map((each) => `${JSON.stringify(each)}${wellFormed(each)}`).join(''));
    }),
  );
});

test('what does not fit grows, and a piece stays as it was taken', () => {
  const writer = new ByteWriter();
  const long = '返点'.repeat(1 << 17);
  writer.put(stamp(long));
  writer.putQuoted(long);
  expect(writer.isFull).toBe(true);
  const piece = writer.take();
  expect(writer.isFull).toBe(false);
  writer.putText('xxxx');
  expect(utf8(piece)).toBe(`${long}"${long}"`);
});
