import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, scratch } from './commands.ts';

const folder = scratch();
const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${lines.join('\n')}\n`);
  return path;
};
/** One row of each kind that a person must hear of: counted, void, repeated, two questions. */
const ledger = file('台账.csv', [
  '订单号,客户,类别,签约日期,实付金额,状态,经手',
  'A1,甲,基础,2025-01-08,1000000,已付款,张',
  'A2,甲,基础,2025-01-09,500000,已作废,李',
  'A1,甲,基础,2025-01-08,1000000,已付款,张',
  'A3,甲,安全,2025-02-08,USD 800,已付款,张',
  'A4,甲,安全,2025-02-09,300000,紫色,张',
]);
/** A gate that has no value, and a column that nobody reads. */
const policy = file('政策.csv', [
  '政策,返点项,门槛,比例,计算方式,达线归属,定档口径,累计周期,结算周期,补差,退款口径,前提,客户等级',
  '渠道政策,基础,100万,4%,全额,达到,全部,年,季,是,按退款日,续费率>=90%,金牌',
]);
const printed = (language: string): string[] =>
  command('analyze', ledger, '--policy', policy, '--lang', language).out.trim().split('\n');

describe('the printed summary says what was read, what was left out and what is open', () => {
  it('in Chinese', () =>
    expect(printed('zh-CN').slice(0, 13)).toEqual([
      '读到订单和退款 1 行，净额 ¥1,000,000.00，截至 2025-01-08',
      '返点政策：渠道政策',
      '“台账”按“实付金额”计算。',
      '“台账”按“签约日期”归期。',
      '各类行数：订单 1、作废 1、重复 1、待回答 2。',
      '“台账”有 1 行作废未计入，合计 ¥500,000.00：第 3 行。',
      '“台账”有 1 行重复未计入，合计 ¥1,000,000.00：第 4 行。',
      '“台账”这些列没有认出来，未读取：“经手”。',
      '有 2 行要先回答问题才能计入（--json 里有清单）',
      '待回答 台账 实付金额“USD 800”：这是外币（USD）：' +
        '请换成人民币、带“元”写入单元格，或不计入。',
      '待回答 台账 状态“紫色”：“紫色”是什么意思，看不出来：' +
        '这些订单是已成交、未成交、已作废还是退款？',
      '基础 2025 (2025-01~2025-12)：第 1 档 4%，返点 ¥0.00；已在最高档',
      '“基础”2025 的前提“续费率>=90%”没有可用的值，暂按不满足返 0；请在指标表里补上“续费率”。',
    ]));

  it('in English', () =>
    expect(printed('en-US').slice(0, 13)).toEqual([
      '1 orders and refunds, net ¥1,000,000.00, as of 2025-01-08',
      'Rebate policy: 渠道政策',
      '"台账" counts by "实付金额".',
      'Orders of "台账" count on "签约日期".',
      'Rows by kind: 1 orders, 1 void, 1 duplicates, 2 to be answered.',
      'On "台账" 1 rows do not count (void), ¥500,000.00 in all: rows 3.',
      'On "台账" 1 rows do not count (duplicates), ¥1,000,000.00 in all: rows 4.',
      'These columns of "台账" are not known and were not read: "经手".',
      '2 rows are left out until a question is answered (--json lists them)',
      'Open: 台账 实付金额 "USD 800": Foreign currency (USD): write the yuan in the cell, as ' +
        '"CNY …", or leave it out.',
      'Open: 台账 状态 "紫色": What "紫色" means is not clear: are these orders won, not won ' +
        'yet, called off or refunded?',
      '基础 2025 (2025-01~2025-12): tier 1 at 4%, rebate ¥0.00; top tier',
      'The gate "续费率>=90%" of "基础" has no value for 2025: it pays 0 until you add ' +
        '"续费率" to the facts table.',
    ]));

  it('and a column of the policy that is not read, in either language', () => {
    expect(printed('zh-CN')).toContain(
      '政策 M1：“客户等级”一列没有读（第一个值是“金牌”），它若影响返点，请改用我们认识的列。',
    );
    expect(printed('en-US')).toContain(
      'Policy M1: The column "客户等级" is not read (its first value is "金牌"): if it changes ' +
        'the rebate, use one of our columns.',
    );
  });
});
