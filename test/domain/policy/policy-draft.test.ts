import { readTyped } from '#application/draft-policy/policy-trial.ts';
import { EXAMPLE_KINDS } from '#domain/policy/example-kinds.ts';
import { draftOfExample, draftOfTable, tableOfText } from '#domain/policy/policy-draft.ts';

const pasted = (text: string) => draftOfTable(tableOfText(text));
const thresholds = (text: string): readonly number[] | undefined => {
  const read = pasted(text);
  return read === null
    ? undefined
    : readTyped(read.draft, 'zh-CN').policy?.components[0]?.tiers.map(({ threshold }) => threshold);
};

describe('an example of a kind', () => {
  it.each(EXAMPLE_KINDS.flatMap((kind) => [[kind, 'zh-CN'] as const, [kind, 'en-US'] as const]))(
    '%s is a policy without an error: %s',
    (kind, language) => {
      const draft = draftOfExample(kind, language);
      const { policy, findings } = readTyped(draft, language);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(policy?.components.length).toBeGreaterThan(0);
      expect(draft.facts === undefined || (policy?.facts.size ?? 0) > 0).toBe(true);
    },
  );
});

describe('a table of the vendor’s', () => {
  it.each([
    ['50–100万', '5%', 500_000_00],
    ['50——100万', '5%', 500_000_00],
    ['≥500万', '5%', 5_000_000_00],
    ['100万及以上', '5%', 1_000_000_00],
  ])('reads the threshold %s', (text, rate, fen) => {
    expect(thresholds(`门槛\t比例\n${text}\t${rate}`)).toEqual([fen]);
  });

  it('keeps the unit that a header states', () => {
    expect(thresholds('季度目标表\n\n门槛(万元)\t比例(%)\n50\t3\n100\t5\n')).toEqual([
      500_000_00, 1_000_000_00,
    ]);
  });

  it('takes a merged cell as the one above, and a cell of several lines as one', () => {
    const read = pasted(
      '返点项\t门槛\t比例\t依据\n基础\t50万\t3%\t"第一条\n第 2 款"\n\t100万\t5%\t\n',
    );
    const { policy } = readTyped(read?.draft ?? { columns: [], rows: [] }, 'zh-CN');
    expect(policy?.components.map(({ name, tiers }) => [name, tiers.length])).toEqual([
      ['基础', 2],
    ]);
    expect(policy?.components[0]?.source).toBe('第一条 第 2 款');
  });

  it('names what it did not read, with its first value', () => {
    const read = pasted('门槛\t比例\t星座\n50万\t3%\t\n100万\t5%\t双鱼\n');
    expect(read?.unread).toEqual([{ header: '星座', first: '双鱼' }]);
  });

  it('is asked for with its header', () => {
    expect(pasted('50万\t3%\n100万\t5%')).toBeNull();
    expect(pasted('门槛\n50万')).toBeNull();
  });
});

it('a pasted table spread over columns is a draft of one row a tier', () => {
  const pasted = draftOfTable(
    tableOfText('2025 政策\n门槛\t金牌\t银牌\n50万\t4%\t3%\n200万\t6%\t5%'),
  );
  expect(pasted?.draft.columns).toEqual(['component', 'categories', 'rate', 'threshold']);
  expect(pasted?.draft.rows).toEqual([
    ['金牌', '金牌', '4%', '50万'],
    ['金牌', '金牌', '6%', '200万'],
    ['银牌', '银牌', '3%', '50万'],
    ['银牌', '银牌', '5%', '200万'],
  ]);
});
