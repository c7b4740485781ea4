import { readFacts } from '#domain/policy/read-facts.ts';
import { type Cell, cellAddress } from '#domain/sheet.ts';
import { paid } from '../../examples/programme.ts';

/** "name@period=value", and what was found as "level cell code". */
function read(...table: readonly (readonly Cell[])[]): readonly string[] {
  const { facts, findings } = readFacts(table, { cellName: cellAddress });
  return [
    ...[...facts.values()]
      .flat()
      .map(({ name, period, value, percent }) =>
        [name, '@', period?.label ?? 'always', '=', value.toString(), percent ? ' (%)' : ''].join(
          '',
        ),
      ),
    ...findings.map(({ level, cell, fact }) => `${level} ${cell} ${fact.code}`),
  ];
}

it('a unit in the header or beside the value holds', () => {
  expect(read(['指标', '期间', '值(%)'], ['续费率', '2025Q1', 92])).toEqual([
    '续费率@2025Q1=0.92 (%)',
  ]);
  expect(
    read(['指标', '期间', '值（万元）'], ['任务', '2025Q1', 80], ['额度', '2025', '5亿']),
  ).toEqual(['任务@2025Q1=800000', '额度@2025=500000000']);
  expect(
    read(
      ['指标', '期间', '值', '单位'],
      ['任务', '2025Q1', 80, '万元'],
      ['续费率', '2025Q1', '92', '%'],
      ['工程师', '2025Q1', 3, '人'],
      ['续签率', '2025Q1', '90%', '%'],
    ),
  ).toEqual([
    '任务@2025Q1=800000',
    '续费率@2025Q1=0.92 (%)',
    '工程师@2025Q1=3',
    '续签率@2025Q1=0.9 (%)',
  ]);
});

it('a unit that nobody knows leaves no number', () => {
  expect(read(['指标', '值', '单位'], ['任务', 80, '吨'])).toEqual([
    'error B2 policy.fact-unreadable',
  ]);
  expect(read(['Fact', 'Value (USD)'], ['Target', 80])).toEqual([
    'error B2 policy.fact-unreadable',
  ]);
});

it('periods stand under the headers of a vendor’s screen', () => {
  for (const header of ['统计周期', '考核期', '账期', 'Date'])
    expect(read(['指标名称', header, '指标值'], ['续费率', '2025Q1', '92%'])).toEqual([
      '续费率@2025Q1=0.92 (%)',
    ]);
});

it('a column that nobody reads is named with its first value', () => {
  expect(read(['Metric', 'Actual', 'Region'], ['Renewal', '92%', 'East'])).toEqual([
    'Renewal@always=0.92 (%)',
    'warning C1 policy.column-unread',
  ]);
});

it('a target in 万元 is no target of 80 yuan', () => {
  const { total } = paid({
    policy:
      '返点项|门槛|比例|基数|计算方式|达线归属|累计周期|结算周期\n季|100%|2%|目标 任务|全额|' +
      '达到|季|季',
    ledger: '订单号|客户名称|产品类别|签约日期|实付金额\n1|甲|云|2025-02-05|700000',
    facts: '指标|期间|值(万元)\n任务|2025Q1|80',
  });
  expect(total).toBe('0.00');
});

it('periods stand across, a row a fact', () => {
  expect(
    read(
      ['考核指标（2025）', null, null, null],
      ['指标', '2025Q1', '2025年第二季度', '单位'],
      ['续费率', '92%', 85, '%'],
      ['任务量', 100, '120万', '万元'],
      ['满意度', null, 4.5, null],
    ),
  ).toEqual([
    '续费率@2025Q1=0.92 (%)',
    '续费率@2025Q2=0.85 (%)',
    '任务量@2025Q1=1000000',
    '任务量@2025Q2=1200000',
    '满意度@2025Q2=4.5',
  ]);
  expect(read([null, 2024, 2025], ['Renewal rate', '90%', '92%'])).toEqual([
    'Renewal rate@2024=0.9 (%)',
    'Renewal rate@2025=0.92 (%)',
  ]);
  expect(read(['指标', '2025Q1', '2025Q1'], ['续费率', '92%', '85%'])).toEqual([
    '续费率@2025Q1=0.92 (%)',
    'error C2 policy.fact-twice',
  ]);
  expect(read(['指标', '2025Q1', '备注'], ['续费率', '92%', '暂估'])).toEqual([
    '续费率@2025Q1=0.92 (%)',
    'warning C1 policy.column-unread',
  ]);
});

it('facts stand across, a row a period', () => {
  expect(
    read(['期间', '续费率(%)', '季度目标（万元）'], ['2025Q1', 92, 100], ['2025Q2', 85, null]),
  ).toEqual(['续费率@2025Q1=0.92 (%)', '续费率@2025Q2=0.85 (%)', '季度目标@2025Q1=1000000']);
  expect(read(['Quarter', 'Renewal rate'], ['soon', '92%'])).toEqual([
    'error A2 policy.fact-period',
  ]);
});

it('目标值 beside the name of a fact is its value, without one it is asked whose', () => {
  expect(read(['指标', '期间', '目标值'], ['季度目标', '2025Q1', 100])).toEqual([
    '季度目标@2025Q1=100',
  ]);
  expect(read(['期间', '目标值'], ['2025Q1', 100])).toContain('error B1 policy.fact-nameless');
});
