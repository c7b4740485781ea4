import { SPECS } from '#functions/specs.ts';
import { exampleResult, formula, functionPage } from '../../scripts/help-page.ts';
import { examples } from '../../scripts/help-examples.ts';

/**
 * Worked by hand from 4/6/8 % and 7/10/12 % at 50/200/500万, the tier set by both categories
 * together.
 */
const RESULTS: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {
  REBATE_TIER: [[2]],
  REBATE_RATE: [[0.1]],
  REBATE_AMOUNT: [[264000]],
  REBATE_GAP: [[600000]],
  // 500万 × 8 % − 440万 × 6 %
  REBATE_GAIN: [[136000]],
  REBATE_CUSHION: [[2400000]],
  REBATE_EXPLAIN: [[2, 2000000, 5000000, 4400000, 0.06, 264000, '第 3 行“门槛”']],
  // 300万 × 8 % + 200万 × 12 %
  REBATE_TOTAL: [[480000]],
  // Over all eight outcomes; 500万 is reached by 40+30, 40+20 and 40+30+20: 0.6 × (1 − 0.5 × 0.3)
  REBATE_EXPECTED: [[348240]],
  REBATE_CHANCE: [[0.51]],
  REBATE_PULLIN: [[0], [0], [1]],
  // 42.4万 together, 22.8万 and 6万 alone: each alone plus half of 13.6万
  REBATE_POOL: [
    [228000, 296000],
    [60000, 128000],
  ],
  REBATE_CATEGORY: [['基础'], ['安全']],
  REBATE_PERIOD: [['FY2025Q4 (2025-01~2025-03)']],
  REBATE_MONEY: [[58000], [125000], [-5000]],
  REBATE_ORDERS: [['返点'], [24000], [20000], [84000]],
  REBATE_SUMMARY: [
    ['返点项', '周期', '销售额', '档位', '比例', '返点', '下一档门槛', '差额', '多返', '余量'],
    ['基础', '2025 (2025-01~2025-12)', 1800000, 2, 0.06, 108000, 5000000, 3000000, 280000, 0],
    ['安全', '2025 (2025-01~2025-12)', 200000, 2, 0.1, 20000, 5000000, 3000000, 400000, 0],
    ['合计', '', '', '', '', 128000, '', '', '', ''],
    ['没有待确认的行', 0, '', '', '', '', '', '', '', ''],
  ],
};

it.each(SPECS.map((spec) => [spec.id, spec] as const))(
  'the example of %s is right in both languages',
  (id, spec) => {
    expect(exampleResult(spec, examples('zh-CN')[id], 'zh-CN')).toEqual(RESULTS[id]);
    const numbers = (rows: readonly (readonly (string | number)[])[] | undefined): unknown =>
      rows?.map((row) => row.filter((cell) => typeof cell === 'number'));
    expect(numbers(exampleResult(spec, examples('en-US')[id], 'en-US'))).toEqual(
      numbers(RESULTS[id]),
    );
  },
);

it('shows what to type, and what comes of it', () => {
  const spec = SPECS.find(({ id }) => id === 'REBATE_CHANCE');
  expect(formula('REBATE_CHANCE', examples('zh-CN').REBATE_CHANCE.arguments)).toBe(
    '=REBATE_CHANCE(4400000,G2:G4,H2:H4,3,"基础",A1:E7)',
  );
  const page = spec ? functionPage(spec, 'zh-CN') : '';
  expect(page).toContain('=REBATE_CHANCE(4400000,G2:G4,H2:H4,3,&quot;基础&quot;,A1:E7)');
  expect(page).toContain('<td>51%</td>');
  expect(page).toContain('<html lang="zh-CN">');
});
