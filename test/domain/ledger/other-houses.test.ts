import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { kindOf, type Ledger } from '#domain/ledger/ledger.ts';
import { netSales, read } from './told-rows.ts';

const HEAD: Cell[] = ['订单号', '类别', '日期', '金额'];
const sale: Cell[] = ['A1', '基础', '2025-01-05', 1000];
const beside = (header: string, first: Cell, second: Cell): Ledger =>
  read([
    sheetOf([
      [...HEAD, header],
      [...sale, first],
      ['A2', '基础', '2025-01-06', 300, second],
    ]),
  ]);
const codes = ({ questions }: Ledger): string[] => questions.map(({ fact }) => fact.code);

describe('words of other houses', () => {
  it.each(['审核未过', '终审没过', '未获批'])('%s is no sale', (word) => {
    expect(netSales(beside('状态', '已付款', word))).toBe('1000.00');
  });
  it.each(['缩配', '减员', 'Contraction', 'Churn', 'Seat decrease', 'RE', 'G2'])(
    'a line of the type %s is asked about',
    (word) => {
      const ledger = beside('Billing Type', '新购', word);
      expect(ledger.questions).toHaveLength(1);
      expect(netSales(ledger)).toBe('1000.00');
    },
  );
  it('审批 退回修改 is no sale, and a name is none against it', () => {
    expect(netSales(beside('审批', '同意', '退回修改'))).toBe('1000.00');
    expect(netSales(beside('审批', '张三', '李四'))).toBe('1300.00');
  });
  it.each(['冲减', '冲红', '扣回'])('%s beside the amount is what was given back', (header) => {
    const ledger = beside(header, null, 100);
    expect(netSales(ledger)).toBe('1200.00');
    expect(codes(ledger)).toEqual([]);
  });
});

describe('columns of other houses', () => {
  it.each([
    ['已取消', false, true],
    ['Cancelled', 'No', 'Yes'],
    ['已作废', '', '√'],
  ])('%s ticks what is called off', (header, first, second) => {
    expect(netSales(beside(header, first, second))).toBe('1000.00');
  });
  it('Refunds beside Gross and Net are no sales', () => {
    const heads = ['Order ID', '类别', 'Date', 'Gross', 'Refunds', 'Net'];
    const rows = [heads, ['O1', '基础', '2025-01-05', 800, 100, 700]];
    expect(netSales(read([sheetOf(rows)]))).toBe('700.00');
    const without = rows.map((row) => row.toSpliced(3, 1));
    expect(netSales(read([sheetOf(without)]))).toBe('0.00');
    expect(read([sheetOf(without)]).report.map(({ code }) => code)).toContain(
      'ledger.no-amount-column',
    );
  });
  it.each(['实付金额 单位：万', '金额（单位：万元）', '金额,单位:万元'])(
    '%s says its unit',
    (header) => {
      const rows = [HEAD.with(3, header), sale.with(3, 1.5)];
      expect(netSales(read([sheetOf(rows)]))).toBe('15000.00');
    },
  );
});

describe('words beside the amount', () => {
  it.each<[header: string, first: Cell, second: Cell]>([
    ['+/-', '+', '-'],
    ['正/负', '正', '负'],
    ['D/C', 'C', 'D'],
    ['支付方式', '对公转账', '未支付'],
    ['支付方式', '网银', '退回原卡'],
    ['备注', null, '实际成交180'],
    ['备注', null, '客户退一半'],
  ])('%s %p, %p: the second is asked about', (header, first, second) => {
    const ledger = beside(header, first, second);
    expect(ledger.questions.some(({ row }) => row === 3)).toBe(true);
  });
  it('a remark that says which row it repeats leaves it out', () => {
    expect(netSales(beside('备注', null, '同A1重复'))).toBe('1000.00');
  });
  it('offers days under any header, where they are written as days', () => {
    const rows = [HEAD.with(2, 'dt'), ['A1', '基础', '2025-01-05', 45_678]];
    const { questions } = read([sheetOf(rows)]);
    expect(questions.map(({ fact }) => fact)).toEqual([
      { code: 'ledger.date-beside', headers: ['dt'] },
    ]);
  });
});

describe('totals above their rows', () => {
  const order = (id: string, fen: number): Cell[] => [id, '基础', '2025-01-05', fen];
  const differences = (...rows: Cell[][]): number[] =>
    read([sheetOf([HEAD, ...rows])]).report.flatMap((fact) =>
      fact.code === 'ledger.own-total' ? [fact.unexplained] : [],
    );
  it('are compared with those', () => {
    expect(
      differences(
        ['甲公司 小计', null, null, 1000],
        ...[order('A1', 400), order('A2', 600)],
        ['乙公司 小计', null, null, 500],
        order('A3', 500),
        ['总计', null, null, 1500],
      ),
    ).toEqual([0, 0, 0]);
  });
  it('are still found wrong', () => {
    expect(differences(['小计', null, null, 900], order('A1', 400), order('A2', 600))).toEqual([
      -100_00,
    ]);
  });
});

describe('a cash book with a balance', () => {
  it('is read by what came in, and asks about what went out', () => {
    const ledger = read([
      sheetOf([
        ['日期', '摘要', '类别', '收入', '支出', '余额'],
        ['2025-01-05', '货款', '基础', 1000, null, 1000],
        ['2025-01-06', '退货', '基础', null, 300, 700],
      ]),
    ]);
    expect(netSales(ledger)).toBe('1000.00');
    expect(codes(ledger)).toEqual(['ledger.money-out']);
  });
});

describe('figures below the orders that are no sum of them', () => {
  const kindsBelow = (...rows: Cell[][]): string[] => {
    const ledger = read([sheetOf([HEAD, sale, ['A2', '基础', '2025-01-06', 500], ...rows])]);
    expect(netSales(ledger)).toBe('1500.00');
    expect(ledger.questions).toEqual([]);
    const totals = ledger.report.flatMap((fact) =>
      fact.code === 'ledger.own-total' ? [fact.theirs] : [],
    );
    expect(totals).toEqual([1500_00]);
    return rows.map((_, at) => kindOf(ledger, at + 3));
  };
  it.each(['平均', '最大', '最小值', 'Average', 'Maximum'])('%s is compared with none', (word) => {
    expect(kindsBelow(['合计', null, null, 1500], [word, null, null, 750])).toEqual([
      'subtotal',
      'subtotal',
    ]);
  });
  it('a customer whose name is Max is a customer', () => {
    const rows = [
      ['客户', '类别', '日期', '金额'],
      ['Max', '基础', '2025-01-05', 500],
    ];
    expect(netSales(read([sheetOf(rows)]))).toBe('500.00');
  });
});

it('amounts in words alone are amounts', () => {
  const rows = [
    HEAD,
    ['A1', '基础', '2025-01-05', '壹万贰仟元整'],
    ['A2', '基础', '2025-01-06', '叁仟元整'],
  ];
  expect(netSales(read([sheetOf(rows)]))).toBe('15000.00');
});
