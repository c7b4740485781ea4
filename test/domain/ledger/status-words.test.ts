import { wordOfStatus } from '#domain/ledger/row-words.ts';

/** What a status says of its row; each list is one kind of word, in both languages. */
const KINDS: readonly (readonly [string, ReturnType<typeof wordOfStatus>, string])[] = [
  [
    'won words taken back by what stands before them',
    'pending',
    '未生效 未确认 未完成 未成交 未激活 尚未生效 没有完成 Unconfirmed Incomplete Unapproved ' +
      'Not-accepted',
  ],
  [
    'steps still going on',
    'pending',
    '确认中 待确认 审核中 支付中 核准中 WAIT_BUYER_PAY Processing',
  ],
  [
    'a part of the money',
    'unknown',
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
  ['settled later', 'unknown', '待定 TBD 未知 unknown'],
  ['nothing written', 'none', '- 无 n/a —'],
  [
    'won all the same',
    'won',
    '已确认 生效中 执行中 待开票 未开票 待发货 待交付 已付款 PaySucceed PAYMENT_SUCCESS ' +
      'Approved Active',
  ],
];

it.each(KINDS)('reads %s as %s', (_, word, texts) => {
  const read = texts
    .split(' ')
    .map((text) => [text, wordOfStatus(text.replace('-', ' ').trim() || '-')]);
  expect(read).toEqual(texts.split(' ').map((text) => [text, word]));
});
