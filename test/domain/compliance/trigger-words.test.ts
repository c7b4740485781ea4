import { complianceFacts } from '#domain/compliance/trigger-words.ts';
import { sheetOf } from '../ledger/sheet-of.ts';
import { read } from '../ledger/told-rows.ts';

const codes = (text: string, hasSum?: boolean): string[] =>
  complianceFacts(text, hasSum).map(({ code }) => code.replace('compliance.', ''));

test.each([
  '返给采购部专项奖励 2000 元',
  '采购经理 3 个点',
  '给采购部 5%',
  '回扣2%',
  '好处费',
  '感谢费已付',
  '返给个人',
  '打到私户',
  '红包 800',
  '红包给江南公司的张经理',
  '送购物卡',
  '茶水费',
  '招待 1200 元',
  '招待费3000',
  '采购总监提成',
  '返点走个人账户',
  '专项奖励 5000',
  'kickback of 5,000',
  '5% to the purchasing manager',
  'gift cards for their buyers',
  'procurement department bonus',
  'paid to a private account',
  'entertainment RMB 3000',
  'Client wants a rebate for the procurement team',
])('%s: a warning', (text) => expect(codes(text)).toContain('bribery'));

test.each([
  '',
  '正常',
  '采购部已签收',
  '采购部张工联系',
  '由采购经理审批合同',
  '红包网络科技有限公司',
  '购物卡服务公司项目',
  '市政府招待所',
  '招待会议室网络改造',
  '酒店招待所扩容 3 台',
  '阿里云红包抵扣 200 元',
  '平台红包',
  '使用红包抵扣',
  '厂商专项奖励',
  '合同禁止回扣条款',
  '无回扣',
  '不得给采购人员任何好处费',
  '折扣开在同一张发票',
  '居间服务合同佣金已入账',
  'No kickbacks allowed',
  'Procurement team confirmed delivery',
  'Gift Cards Online Ltd renewal',
  'hospitality industry customer',
])('%j: no alarm', (text) => expect(codes(text)).not.toContain('bribery'));

test('hospitality and purchasers warn beside a sum of their own column', () => {
  expect(codes('招待费: 2000', true)).toEqual(['bribery']);
  expect(codes('采购部奖励: 500', true)).toEqual(['bribery']);
});

test.each([
  ['自购冲量', 'self-purchase'],
  ['挂单在乙公司账号下', 'self-purchase'],
  ['与友商拼单', 'self-purchase'],
  ['拆单', 'splitting'],
  ['同一需求拆成3单', 'splitting'],
  ['split the order to stay below', 'splitting'],
  ['bought by ourselves', 'self-purchase'],
])('%s: a caution', (text, code) => expect(codes(text)).toEqual([code]));

describe('in a ledger', () => {
  const head = [
    '订单号',
    '客户',
    '行业',
    '产品',
    '类别',
    '付款日期',
    '实付金额',
    '备注',
    '采购部奖励',
    '跟进',
  ];
  const row = (
    id: string,
    customer: string,
    remark: string | null,
    reward: number | string | null = null,
    follow: string | null = null,
  ): (string | number | null)[] => [
    id,
    customer,
    '酒店招待',
    'ECS',
    '基础',
    '2025-01-06',
    1000,
    remark,
    reward,
    follow,
  ];
  const ledger = read([
    sheetOf([
      ['2025 年台账（返点 2% 返给采购部）'],
      head,
      row('A1', '红包科技有限公司', null),
      row('A2', '甲公司', '返给采购部 2000 元'),
      row('A3', '甲公司', null, 300),
      row('A4', '甲公司', null, 0),
      row('A5', '甲公司', null, null, '约好给回扣'),
      row('A6', '甲公司', null, '无'),
      row('A7', '甲公司', '拼单'),
    ]),
  ]);

  test(
    'remarks, headers, unknown columns and title lines warn by row; names and industries ' +
      'do not',
    () =>
      expect(ledger.warnings.map(({ row: line, code }) => [line, code])).toEqual([
        [1, 'compliance.bribery'],
        [4, 'compliance.bribery'],
        [5, 'compliance.bribery'],
        [7, 'compliance.bribery'],
        [9, 'compliance.self-purchase'],
      ]),
  );

  test('a warning changes no figure', () =>
    expect([...ledger.amount].filter((fen) => fen === 100_000)).toHaveLength(7));
});
