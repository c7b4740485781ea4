/** @jest-environment jsdom */
import { Amounts, Sentence } from '#taskpane/figures.tsx';
import { SettlementResult } from '#taskpane/statement/SettlementResult.tsx';
import { Rendered } from './rendered.tsx';

const LETTER = '差额 -¥1,234.50，请核对。\n多付 +¥20；合计 ¥5.00。';
const view = {
  totals: { ledger: 0, statement: 0, difference: 0 },
  causes: [],
  agreeing: 0,
  reading: null,
  facts: [],
  letter: { 'zh-CN': LETTER, 'en-US': LETTER },
};

/** Pieces of the text that no line ends within. */
const whole = ({ box }: Rendered): readonly (string | null)[] =>
  [...box.querySelectorAll('span')]
    .filter((span) => getComputedStyle(span).whiteSpace === 'nowrap')
    .map(({ textContent }) => textContent);

describe('no line ends between a sign and its amount', () => {
  test('in the letter to the vendor, which reads as it did', async () => {
    const rendered = await Rendered.of(
      <SettlementResult
        view={view as never}
        host={{} as never}
        orders={new Map() as never}
        onShow={() => undefined}
        onAnother={() => undefined}
      />,
    );
    expect(rendered.box.querySelector('pre')?.textContent).toBe(LETTER);
    expect(whole(rendered)).toEqual(['-¥1,234.50', '+¥20']);
  });
  test('in a sentence with figures that stand out', async () =>
    expect(whole(await Rendered.of(<Sentence text="差 **5 万**，变动 -¥48,127.34。" />))).toEqual([
      '-¥48,127.34',
    ]));
  test('and other text stays in one piece', async () => {
    const { box } = await Rendered.of(<Amounts text="2025-03 共 ¥5.00，A-1" />);
    expect(box.querySelectorAll('span')).toHaveLength(0);
  });
});
