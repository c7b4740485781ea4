import { readStatement } from '#domain/settlement/read-statement.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { sheetOf } from './fixture.ts';

const of = (sheet: Sheet) => readStatement([sheet]);
const read = (...rows: Cell[][]) => of(sheetOf(rows));
const delimited = (...rows: Cell[][]) => of({ ...sheetOf(rows), delimited: true });
const amounts = (statement: ReturnType<typeof read>): number[] =>
  statement.lines.map(({ amount }) => amount);
const codes = (statement: ReturnType<typeof read>): string[] =>
  statement.facts.map(({ code }) => code);

describe('a statement as narrow as a number and an amount', () => {
  it.each([
    ['订单号', '佣金'],
    ['订单ID', '返点金额'],
    ['Order ID', 'Commission'],
    ['客户', '返佣'],
    ['订单号', '应返'],
  ])('%s | %s', (one, other) =>
    expect(amounts(read(['一季度结算单'], [one, other], ['A1', 80], ['B1', 70]))).toEqual([
      8000, 7000,
    ]),
  );
  it('whose amounts have spaces for thousands', () =>
    expect(amounts(read(['订单号', '佣金'], ['A1', '8 000,00'], ['B1', '21 000,50']))).toEqual([
      800000, 2100050,
    ]));
  it('is no list of rates, and no line of a letter', () => {
    expect(codes(read(['产品', '返点'], ['ECS', '8%'], ['WAF', '10%']))).toEqual([
      'settlement.no-table',
    ]);
    expect(codes(read(['客户', '佣金'], ['见附件', '另付']))).toEqual(['settlement.no-table']);
  });
  it('the orders that it settles may be called the original ones', () =>
    expect(
      read(['结算单号', '原订单号', '结算金额'], ['S1', 'A1', 80], ['S2', 'B1', 70]).lines.map(
        ({ orderId, relatedId, amount }) => [orderId || relatedId, amount],
      ),
    ).toEqual([
      ['A1', 8000],
      ['B1', 7000],
    ]));
});

describe('what is due beside what was paid', () => {
  it.each([
    ['Incentive Earned', 'Incentive Paid'],
    ['应返', '已返'],
    ['应付佣金', '已付佣金'],
    ['返点金额', '未返金额'],
    ['Rebate', 'Rebate outstanding'],
    ['实发佣金', '税前佣金'],
    ['应返金额', '本期结算'],
  ])('%s and %s: which of them is asked where they differ', (one, other) => {
    const statement = read(
      ['订单号', '客户', one, other],
      ['A1', '甲', 80, 80],
      ['B1', '乙', 70, 15],
    );
    expect(amounts(statement)).toEqual([]);
    expect(statement.facts).toMatchObject([
      { code: 'settlement.no-amount-column', headers: [one, other] },
    ]);
  });
  it('two that pay are named in a table of few words, too', () =>
    expect(
      read(['Order', 'Gross rebate', 'Tax', 'Net payout'], ['A1', 80, 8, 72]).facts,
    ).toMatchObject([
      { code: 'settlement.several-amounts', headers: ['Gross rebate', 'Net payout'] },
    ]));
  it('nothing is asked where they agree', () => {
    expect(amounts(read(['订单号', '应返', '已返'], ['A1', 80, 80], ['B1', 70, 70]))).toEqual([
      8000, 7000,
    ]);
    expect(amounts(read(['订单号', '佣金', '未返佣金'], ['A1', 80, 0], ['B1', 70, null]))).toEqual([
      8000, 7000,
    ]);
  });
  it('the one named 佣金金额 was chosen: the other is named', () => {
    const statement = read(['订单号', '客户', '佣金金额', '已返佣金'], ['A1', '甲', 80, 20]);
    expect(amounts(statement)).toEqual([8000]);
    expect(statement.facts).toMatchObject([
      { code: 'settlement.columns-unused', headers: ['已返佣金'] },
    ]);
  });
  it('sums of other times and taxes are none of them', () =>
    expect(
      amounts(
        read(['订单号', '佣金', '累计佣金', '上期佣金', '佣金税额'], ['A1', 80, 900, 70, 4.8]),
      ),
    ).toEqual([8000]));
});

describe('a line that says it is not paid yet', () => {
  const head = ['订单号', '客户', '佣金金额', '状态'];
  it.each(['冻结', '未结算', '待付款', '暂缓发放', 'On hold', 'Unpaid', 'Pending payout'])(
    '%s beside lines that are paid',
    (word) => {
      const statement = read(head, ['A1', '甲', 80, '已结算'], ['B1', '乙', 70, word]);
      expect(amounts(statement)).toEqual([8000]);
      expect(statement.unread).toEqual(['B1']);
      expect(statement.facts).toMatchObject([{ code: 'settlement.line-void', row: 3, word }]);
    },
  );
  it.each([
    ['发放状态', '已发放', '待发放'],
    ['是否已结算', '是', '否'],
    ['Paid?', 'Yes', 'No'],
  ])('under %s: %s, %s', (header, yes, no) => {
    const own = ['订单号', '客户', '佣金金额', header];
    const statement = read(own, ['A1', '甲', 80, yes], ['B1', '乙', 70, no]);
    expect(amounts(statement)).toEqual([8000]);
    expect(statement.unread).toEqual(['B1']);
  });
  it('counts where all of them say so: the statement is for confirmation', () =>
    expect(amounts(read(head, ['A1', '甲', 80, '待结算'], ['B1', '乙', 70, '待结算']))).toEqual([
      8000, 7000,
    ]));
});

describe('thousands without quotes', () => {
  const head = ['订单号', '客户', '佣金金额', '备注'];
  it('before an empty remark', () => {
    const statement = delimited(
      head,
      ['A1', '甲', '8', '000.00', null],
      ['B1', '乙', '70', null, null],
    );
    expect(amounts(statement)).toEqual([7000]);
    expect(statement.unread).toEqual(['A1']);
    expect(statement.facts).toMatchObject([{ code: 'settlement.row-spilled', row: 2 }]);
  });
  it('not where the next column has figures of its own', () =>
    expect(
      amounts(delimited(['订单号', '佣金金额', '天数'], ['A1', '8', '365'], ['B1', '70', '90'])),
    ).toEqual([800, 7000]));
  it('not where somebody works in another unit or in a workbook', () =>
    expect(amounts(read(head, ['A1', '甲', 8, '100']))).toEqual([800]));
});

describe('words of a line whose money is withheld', () => {
  it.each([
    '未结',
    '争议中',
    '冻结',
    'On Hold',
    'in_review',
    '待付款',
    'Open',
    '未付款',
    'Disputed',
  ])('%s: the line does not count beside one that is paid', (word) => {
    const statement = read(['订单号', '佣金', '结算状态'], ['A1', 80, '已结算'], ['B1', 70, word]);
    expect(amounts(statement)).toEqual([8000]);
    expect(statement.facts).toMatchObject([{ code: 'settlement.line-void', row: 3, word }]);
  });
  it.each(['是否结算', '是否已付', 'Settled?'])('0 below %s is a no', (header) => {
    const statement = read(['订单号', '佣金', header], ['A1', 80, 1], ['B1', 70, 0]);
    expect(amounts(statement)).toEqual([8000]);
    expect(statement.facts).toMatchObject([{ code: 'settlement.line-void', row: 3, word: '0' }]);
  });
  it.each(['Blocked', '核实中', 'Exception', '异常', 'Withheld', '缺合同', 'Credit hold'])(
    '%s, which is no word of a ledger',
    (word) =>
      expect(
        amounts(read(['订单号', '佣金', '结算状态'], ['A1', 80, '正常'], ['B1', 70, word])),
      ).toEqual([8000]),
  );
});

describe('a line that is marked as doubtful', () => {
  const HEADERS = [
    '异常标识',
    '是否异常',
    '争议',
    '是否有争议',
    '待核',
    '冲突标志',
    '冻结标识',
    'Exception flag',
    'Disputed',
    'On hold',
    'Payment Hold',
    'Blocked?',
    'Under review',
    '人工复核',
    '红旗',
  ];
  const of = (header: string, one: Cell, other: Cell): ReturnType<typeof read> =>
    read(['订单号', '佣金', '核算状态', header], ['A1', 80, '', one], ['B1', 70, '', other]);
  it.each(HEADERS)('%s: a yes is named with its header, and neither paid nor missing', (header) => {
    for (const yes of ['是', 'Y', 1, true, 'HAS_OVERDUE_BILL', 'NO_CONTRACT', '金额不符', '√']) {
      const statement = of(header, '否', yes);
      expect(amounts(statement)).toEqual([8000]);
      expect(statement.unread).toEqual(['B1']);
      expect(statement.facts).toMatchObject([{ code: 'settlement.line-void', row: 3 }]);
      expect(statement.facts[0]).toHaveProperty('word', expect.stringContaining(`${header}: `));
    }
  });
  it.each(HEADERS)('%s: a no is no word', (header) => {
    for (const no of [
      '否',
      'N',
      0,
      false,
      null,
      '-',
      'NORMAL',
      '正常',
      '无异常',
      '已解决',
      '不需要',
      'none',
    ]) {
      const statement = of(header, no, '否');
      expect(amounts(statement)).toEqual([8000, 7000]);
      expect(statement.facts).toEqual([]);
    }
  });
  it('a cross is a mark where no tick stands beside it', () => {
    expect(amounts(of('Blocked', '', 'x'))).toEqual([8000]);
    expect(amounts(of('是否异常', '√', '×'))).toEqual([7000]);
  });
  it.each(['Disputed', '争议中', '冻结', 'Under review', 'Pending audit'])(
    '%s under a header nobody knows',
    (mark) => expect(amounts(of('Flag', '', mark))).toEqual([8000]),
  );
  it('all of them may be', () => expect(amounts(of('异常标识', '是', '是'))).toEqual([]));
  it.each(['开票状态', '结算状态', '状态'])(
    '%s: what is not invoiced yet is not paid',
    (header) => {
      const head = ['订单号', '佣金', header];
      expect(amounts(read(head, ['A1', 80, '已开票'], ['B1', 70, '未开票']))).toEqual([8000]);
    },
  );
  it('what is taken back, or pays nothing, counts as it says', () => {
    const head = ['订单号', '佣金', '异常原因'];
    const statement = read(head, ['A1', 80, '退款'], ['B1', 0, '未报备'], ['C1', -5, '退订扣回']);
    expect(amounts(statement)).toEqual([-8000, 0, -500]);
  });
  it.each(['争议金额', 'Account holder', '异常处理人', 'Threshold', 'Household'])(
    '%s marks no line',
    (header) => expect(amounts(of(header, '', '张三'))).toEqual([8000, 7000]),
  );
});

describe('a column that says whether the line stands', () => {
  it.each([
    ['是否有效', '是', '否'],
    ['是否合规', '是', '否'],
    ['Eligible?', 'Yes', 'No'],
    ['校验结果', '成功', '失败'],
    ['Compliance check', 'Passed', 'Failed'],
    ['风控状态', '放行', '拦截'],
  ])('%s: %s or %s', (header, yes, no) => {
    const statement = read(['订单号', '佣金', header], ['A1', 80, yes], ['B1', 70, no]);
    expect(amounts(statement)).toEqual([8000]);
    expect(statement.unread).toEqual(['B1']);
    expect(amounts(read(['订单号', '佣金', header], ['A1', 80, yes], ['B1', 70, yes]))).toEqual([
      8000, 7000,
    ]);
  });
});

describe('a remark about the money', () => {
  const of = (remark: string) =>
    amounts(read(['订单号', '佣金', '备注'], ['A1', 80, ''], ['B1', 70, remark]));
  it.each([
    '该单存在争议，待双方确认',
    '暂扣，资料不全',
    '本单不予返佣',
    'Pending documents',
    'Held until POD received',
  ])('%s: nobody knows whether it is paid', (remark) => expect(of(remark)).toEqual([8000]));
  it.each(['争议已解决', '冻结已解除', '无异常', '客户续费', 'Dispute resolved'])(
    '%s: paid',
    (remark) => expect(of(remark)).toEqual([8000, 7000]),
  );
});

describe('what a heading or the name of a sheet says', () => {
  const HEAD = ['订单号', '佣金'];
  const paid: Cell[][] = [HEAD, ['A1', 80]];
  const other: Cell[][] = [HEAD, ['B1', 70]];
  const both = (name: string, more = other) =>
    readStatement([sheetOf(paid, '本期结算'), sheetOf(more, name)]);
  it.each(['暂缓结算', '争议订单', 'Rejected', '下期结算', '审核未通过', 'On hold'])(
    'a sheet %s is neither paid nor missing',
    (name) => {
      expect(amounts(both(name))).toEqual([8000]);
      expect(both(name).unread).toEqual(['B1']);
      expect(both(name).facts).toMatchObject([{ code: 'settlement.line-void', word: name }]);
    },
  );
  it.each(['退款扣回', '退订', '佣金追回'])('a sheet %s takes back', (name) =>
    expect(amounts(both(name))).toEqual([8000, -7000]),
  );
  it('a statement that waits as a whole is meant as a whole', () =>
    expect(amounts(readStatement([sheetOf(paid, '2025Q1待确认结算单')]))).toEqual([8000]));
  it.each(['审核未通过订单', 'Rejected claims', 'Disputed items'])('below %s', (heading) =>
    expect(amounts(read(...paid, [heading], ['B1', 70]))).toEqual([8000]),
  );
  it.each(['Sum', '合  计', 'Σ', '结算总额'])('%s is the sum of the lines', (word) => {
    const statement = read(...paid, ['B1', 70], [word, 150]);
    expect(amounts(statement)).toEqual([8000, 7000]);
    expect(statement.statedTotal).toBe(15000);
  });
});

it.each(['应结佣金', '返现金额', 'Partner earnings', 'Earnings'])('%s is what is paid', (header) =>
  expect(amounts(read(['订单号', '客户', header], ['A1', '甲', 80]))).toEqual([8000]),
);
