import { inTwoLines } from '#pages/review/front/two-lines.ts';

const ROOM = 98;

describe('a headline of two lines parts where its sentence does', () => {
  test.each([
    ['2025-12-31 前再签 ¥52,122.25 进入 75 万档，', '2025Q4 多返 ¥55,424.46（还剩 39 天）。', ''],
    [
      '2025 is in the top tier ¥3,000,000;',
      'refunds up to ¥10,325,621.71 until 2025-12-31 do not lose it.',
      ' ',
    ],
    [
      'Sign ¥1,995.44 more of IoT rebate by 2025-12-31 to reach the ¥100,000 tier:',
      '¥59.86 more rebate for 2025Q4 (39 days left).',
      ' ',
    ],
  ])('%s', (first, second, between) => {
    expect(inTwoLines(`${first}${between}${second}`, ROOM)).toBe(`${first}\n${second}`);
  });

  test('one that fits is left as it is', () => {
    expect(inTwoLines('再签一单，进入最高档。', ROOM)).toBe('再签一单，进入最高档。');
    expect(inTwoLines('Sign 1,000, no more: enough.', ROOM)).toBe('Sign 1,000, no more: enough.');
  });
  test('one that has no such place, or too long a part, wraps where it must', () => {
    for (const sentence of ['长'.repeat(60), `${'长'.repeat(60)}，短。`])
      expect(inTwoLines(sentence, ROOM)).toBe(sentence);
  });
});
