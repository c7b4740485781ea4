import type { Cell } from '#domain/sheet.ts';
import { LONGEST_STATUS, MOST_STATUS_WORDS } from '#domain/bounds.ts';
import { wordOfStatus } from '#domain/ledger/row-words.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, read } from './told-rows.ts';

/** What a status says of its row; each list is one kind of word, in both languages. */
const KINDS: readonly (readonly [string, ReturnType<typeof wordOfStatus>, string])[] = [
  [
    'won words taken back by what stands before them',
    'pending',
    '未生效 未确认 未完成 未成交 未激活 尚未生效 没有完成 没付款 还没付款 客户没有付款 没成交 ' +
      "Unconfirmed Incomplete Unapproved Not-accepted Hasn't-paid Payment-not-received " +
      'Never-paid',
  ],
  [
    'steps still going on',
    'pending',
    '确认中 待确认 审核中 支付中 核准中 WAIT_BUYER_PAY Processing',
  ],
  [
    'a part of the money',
    'unknown',
    '回款500 已付¥200 paid:300 ' +
      '部分支付 部分付款 部分收款 已付定金 已付订金 首付已付 未结清 Partially-paid ' +
      'Deposit-received Unsettled',
  ],
  [
    'a change that is not through',
    'unknown',
    '取消中 作废重开 冻结 Frozen Cancelling 有争议 Disputed Inactive',
  ],
  [
    'closed with the word of what was closed',
    'void',
    '交易关闭 订单关闭 TRADE_CLOSED Order-closed',
  ],
  [
    'what somebody will not do, or has not got',
    'unknown',
    '不付款了 暂不付款 不续费 客户不续约 没到账 No-payment',
  ],
  ['settled later', 'unknown', '待定 TBD 未知 unknown'],
  ['nothing written', 'none', '- 无 n/a —'],
  [
    'won all the same',
    'won',
    '已确认 生效中 执行中 待开票 未开票 未发货 未交付 待发货 待交付 已付款 PaySucceed ' +
      'PAYMENT_SUCCESS Approved Active',
  ],
];

it.each(KINDS)('reads %s as %s', (_, word, texts) => {
  const read = texts
    .split(' ')
    .map((text) => [text, wordOfStatus(text.replace('-', ' ').trim() || '-')]);
  expect(read).toEqual(texts.split(' ').map((text) => [text, word]));
});

describe('a column of statuses that has no name', () => {
  const head: Cell[] = ['订单号', '客户', '产品', '类别', '签约日期', '实付金额', '丁'];
  const counts = (statuses: readonly Cell[]): Readonly<Record<string, number>> =>
    countsOf(
      read([
        sheetOf([
          head,
          ...statuses.map((status, row): Cell[] => [
            `A${row}`,
            '甲公司',
            'ECS',
            '基础',
            '2025-01-06',
            100 + row,
            status,
          ]),
        ]),
      ]),
    );
  const paid = (rows: number): string[] => Array.from({ length: rows }, () => '已付款');

  it('is one wherever its first word against a row stands', () => {
    expect(counts([...paid(6000), '已作废'])).toMatchObject({ order: 6000, void: 1 });
  });

  it('MOST_STATUS_WORDS: of more different words it is none', () => {
    // "approved" in as many ways of writing it.
    const cased = (at: number): string =>
      [...'approved'].map((c, bit) => ((at >> bit) & 1 ? c.toUpperCase() : c)).join('');
    const words = (most: number): string[] =>
      Array.from({ length: most - 1 }, (_, at) => cased(at));
    expect(counts([...words(MOST_STATUS_WORDS), '已作废'])).toMatchObject({ void: 1 });
    expect(counts([...words(MOST_STATUS_WORDS + 1), '已作废'])).not.toHaveProperty('void', 1);
  });

  it('LONGEST_STATUS: a longer text is a remark', () => {
    const status = (length: number): string => '已作废'.padEnd(length, '!');
    expect(counts(['已付款', status(LONGEST_STATUS)])).toMatchObject({ void: 1 });
    expect(counts(['已付款', status(LONGEST_STATUS + 1)])).not.toHaveProperty('void', 1);
  });
});
