import { MOST_TEXTS_LOOKED_AT } from '#domain/bounds.ts';
import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, ...more: Cell[]): Cell[] => [id, '甲', '基础', '2025-01-05', ...more];
const ledgerOf = (...rows: Cell[][]): Ledger => read([sheetOf(rows)]);
const asked = (ledger: Ledger): string[] => ledger.questions.map(({ fact }) => fact.code);
const saysOf = (ledger: Ledger, code: string): unknown[] =>
  ledger.report.filter((fact) => fact.code === code);

describe('a word that speaks against its row, wherever it stands', () => {
  it.each([
    ['结算标识', '参与返点', '不参与返点'],
    ['结算状态', '已结算', '不结算'],
    ['返点状态', '可返', '不可返'],
    ['渠道说明', '直销', '不计入'],
    ['项目名称', '云迁移', '不计业绩'],
    ['返点比例', '6%', '不返'],
    ['类别', '基础', '不参与返点'],
    ['Programme', 'Gold', 'Excluded'],
    ['Programme', 'Gold', 'N/A for rebate'],
    ['Tag', 'core', 'Non-commissionable'],
    ['备注', '老客户', '该单不参与返点'],
    ['状态', '已完成', '不参与返点'],
    ['类型', '新购', '不计入业绩'],
    ['付款方式', '转账', '退款'],
    ['付款方式', '转账', '代金券'],
    ['是否返佣', '是', '否'],
    ['返点标识', 1, 0],
    ['实际成交', '是', '否'],
    ['是否有效订单', '是', '否'],
    ['Rebate excluded', 'N', 'Y'],
    ['Duplicate?', 'N', 'Y'],
    ['Line type', 'Product', 'Tax'],
    ['计费模式', '包年', '免费试用'],
    ['审批意见', '同意', '不同意'],
    ['是否删除', '否', '是'],
    ['冻结', '否', '是'],
    ['Revision', 'Current', 'Superseded'],
    ['期间', '当期', '以前年度调整'],
    ['付款方', '乙公司', 'TEST'],
    ['拒绝原因', null, '客户改主意'],
    ['Reason for rejection', null, 'too dear'],
    ['单位', '元', '台'],
    ['付款方', '甲公司', '我司垫付'],
    ['付款方', 'Contest customers', 'Test customer'],
    ['付款方', 'Test Valley Ltd', 'demo account 2'],
    ['付款方', 'Demolition Ltd', 'Test company'],
    ['付款方', '测试仪器公司', '测试-用户3'],
    ['合同状态', '履行中', '已解除'],
  ])('%s %s is counted, %s is asked about', (header, good, bad) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, good), order('A2', 500, bad));
    expect(asked(ledger)).toEqual(['ledger.status-unknown']);
    expect(netSales(ledger)).toBe('1000.00');
  });
  it.each([
    ['项目名称', '不锈钢厂'],
    ['渠道', '不限'],
    ['返点状态', '未返'],
    ['返点状态', '返还中'],
    ['Programme', 'Exclusive partner'],
    ['Programme', 'Discount counter'],
    ['备注', '客户不参与投标'],
    ['备注', '金额不含运费，不计算安装'],
    ['结算状态', '未结算'],
    ['累计返点额', 0],
    ['返点是否到账', '否'],
    ['Country', 'No'],
    ['Discounted', 'N'],
    ['取消原因', '无'],
  ])('%s %s says nothing against it', (header, said) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, said), order('A2', 500, null));
    expect([asked(ledger), netSales(ledger)]).toEqual([[], '1500.00']);
  });
  it('of very many texts the first are looked at', () => {
    const texts = (count: number): Cell[][] =>
      Array.from({ length: count }, (_, at) => order(`A${at}`, 1, `项目${at}`));
    const last = order('Z1', 500, '不计入');
    const openOf = (count: number): string[] =>
      asked(ledgerOf([...HEAD, '项目名称'], ...texts(count), last));
    expect(openOf(MOST_TEXTS_LOOKED_AT - 1)).toEqual(['ledger.status-unknown']);
    expect(openOf(MOST_TEXTS_LOOKED_AT)).toEqual([]);
  });
  it('of the same words under several columns each is looked at', () => {
    const ledger = ledgerOf(
      [...HEAD, '备注', '说明', '备注2'],
      order('A1', 1000, '老客户', null, null),
      order('A2', 500, null, '已取消', null),
      order('A3', 300, null, null, '客户已退300'),
    );
    expect(asked(ledger)).toEqual(['ledger.refund-partial']);
    expect(netSales(ledger)).toBe('1000.00');
  });
  it.each([
    ['Refund qty', 1],
    ['Returned quantity', '2'],
    ['退货数量', 2],
    ['Cancelled qty', 1],
    ['已退数量', 1],
  ])('%s %s leaves open what is left', (header, back) => {
    const ledger = ledgerOf(
      [...HEAD, '数量', header],
      order('A1', 1000, 2, 0),
      order('A2', 500, 2, back),
    );
    expect(asked(ledger)).toEqual(['ledger.refund-partial']);
    expect(saysOf(ledger, 'ledger.columns-unread')).toEqual([]);
  });
  it.each([
    ['已完成', '挂账'],
    ['蓝色', '已支付'],
  ])('an order %s and its payment %s: the unknown one is asked about', (status, paid) => {
    const ledger = ledgerOf(
      [...HEAD, '订单状态', '支付状态'],
      order('A1', 1000, '已完成', '已支付'),
      order('A2', 500, status, paid),
    );
    expect(asked(ledger)).toEqual(['ledger.status-unknown']);
    expect(netSales(ledger)).toBe('1000.00');
  });
});

it('a column of paid and not paid is no money', () => {
  const rows = [order('A1', 1000, 'Y'), order('A2', 500, 'N')];
  expect(kindOf(ledgerOf([...HEAD, 'Paid'], ...rows), 2)).toBe('pending');
});

it('numbers for statuses count and are named', () => {
  const rows = [order('A1', 1000, '1'), order('A2', 500, '0')];
  expect(saysOf(ledgerOf([...HEAD, '状态'], ...rows), 'ledger.types-unknown')).toMatchObject([
    { header: '状态', types: [{ word: '1' }, { word: '0', count: 1, amount: 500_00 }] },
  ]);
});
it.each(['退', '已退', '客户退'])('a remark %s is asked about', (remark) => {
  const rows = [order('A1', 1000, null), order('A2', 500, remark)];
  expect(asked(ledgerOf([...HEAD, '备注'], ...rows))).toEqual(['ledger.refund-partial']);
});

it('a reason is no status', () => {
  const rows = [order('A1', 1000, 100, '违约'), order('A2', 500, null, null)];
  const ledger = ledgerOf([...HEAD, '扣款金额', '扣款原因'], ...rows);
  expect(netSales(ledger)).toBe('1400.00');
});

describe('types of orders', () => {
  it.each(['Adjustment', 'Tax', 'Late fee', 'Shipping', '运费', '手续费', '税费', '押金', '赠送'])(
    '%s is no sale without a word',
    (type) => {
      const ledger = ledgerOf([...HEAD, '类型'], order('A1', 1000, '新购'), order('A2', 50, type));
      expect(asked(ledger)).toEqual(['ledger.status-unknown']);
    },
  );
  it.each(['返销', '销退', '转出', '抵扣', '红票'])('%s may take back', (type) => {
    const ledger = ledgerOf([...HEAD, '类型'], order('A1', 1000, '新购'), order('A2', 50, type));
    expect(asked(ledger)).toEqual(['ledger.refund-sign']);
  });
  it.each(['cancelImmediate', 'Cancellation', '取消'])('%s below nought gives back', (type) => {
    const rows = [order('A1', 1000, 'new'), order('A1', -400, type), order('A2', 70, type)];
    const ledger = ledgerOf([...HEAD, '类型'], ...rows);
    expect(netSales(ledger)).toBe('600.00');
    expect(kindOf(ledger, 3)).toBe('void');
  });
  it('what nobody knows counts and is named with its sum', () => {
    const ledger = ledgerOf(
      [...HEAD, '业务类型'],
      order('A1', 1000, '新购'),
      order('A2', 50, '变更'),
      order('A3', 70, '变更'),
      order('A4', 5, 'ZOR1'),
      order('A5', 5, '包年包月'),
      order('A6', 5, '云服务器ECS'),
    );
    expect(saysOf(ledger, 'ledger.types-unknown')).toEqual([
      {
        code: 'ledger.types-unknown',
        sheet: '订单',
        header: '业务类型',
        types: [
          { word: '变更', count: 2, amount: 120_00 },
          { word: 'ZOR1', count: 1, amount: 5_00 },
        ],
      },
    ]);
    expect(kindOf(ledger, 2)).toBe('order');
  });
});
