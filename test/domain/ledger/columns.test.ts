import type { Cell } from '#domain/sheet.ts';
import { countsOf, netSales, read } from './told-rows.ts';
import { sheetOf } from './sheet-of.ts';

const HEAD = ['订单号', '客户', '产品', '类别', '签约日期'];
const line = (id: string, ...rest: Cell[]): Cell[] => [
  id,
  '甲公司',
  'ECS',
  '基础',
  '2025-01-06',
  ...rest,
];

describe('the amount column', () => {
  const taken: readonly (readonly [string, readonly string[], readonly Cell[], string, string])[] =
    [
      [
        'cash before payable before list',
        ['原价', '应付金额', '实付金额'],
        [100000, 90000, 80000],
        '80000.00',
        '实付金额',
      ],
      [
        'whatever their order',
        ['实付金额', '应付金额', '原价'],
        [80000, 90000, 100000],
        '80000.00',
        '实付金额',
      ],
      ['payable before list', ['官网价', '应付金额'], [100000, 90000], '90000.00', '应付金额'],
      ['what was ordered when nothing else is there', ['合同额'], [70000], '70000.00', '合同额'],
      [
        'AmountDue is what was paid, despite its name',
        ['PretaxAmount', 'AmountDue'],
        [90000, 80000],
        '80000.00',
        'AmountDue',
      ],
      ['gross before net', ['不含税金额', '金额'], [94339.62, 100000], '100000.00', '金额'],
      [
        'a "Paid" column of yes and no is no money',
        ['Paid', '合同额'],
        ['yes', 70000],
        '70000.00',
        '合同额',
      ],
      [
        'a column nobody filled decides nothing',
        ['实付金额', '合同额'],
        [null, 70000],
        '70000.00',
        '合同额',
      ],
    ];
  test.each(taken)('%s', (_name, headers, amounts, net, header) => {
    const ledger = read([sheetOf([[...HEAD, ...headers], line('A1', ...amounts)])]);
    expect(netSales(ledger)).toBe(net);
    expect(ledger.sheets[0]?.columns.amount?.header).toBe(header);
    expect(ledger.report).toContainEqual(
      expect.objectContaining({ code: 'ledger.amount-column', header }),
    );
  });

  test('before vouchers only: rows with a voucher are asked, the others count', () => {
    const sheet = sheetOf([
      [...HEAD, '订单金额', '代金券'],
      line('A1', 50000, 0),
      line('A2', 60000, 5000),
    ]);
    const open = read([sheet]);
    expect(netSales(open)).toBe('50000.00');
    expect(
      open.questions.map(({ reason, choices }) => [reason, choices.map(({ id }) => id)]),
    ).toEqual([['amount', ['before-voucher', 'less-voucher', 'leave-out']]]);
    expect(
      netSales(read([sheet], { answers: { [open.questions[0]?.key ?? '']: 'less-voucher' } })),
    ).toBe('105000.00');
  });

  test('a stored-value card counts as cash, but whether it is in the column is asked', () => {
    const sheet = sheetOf([
      [...HEAD, '现金支付', '储值卡抵扣'],
      line('A1', 50000, 0),
      line('A2', 60000, 5000),
    ]);
    const open = read([sheet]);
    expect(open.questions.map(({ fact }) => fact.code)).toEqual(['ledger.amount-prepaid-card']);
    expect(
      netSales(read([sheet], { answers: { [open.questions[0]?.key ?? '']: 'with-card' } })),
    ).toBe('115000.00');
  });

  test('a list price alone never counts unasked', () => {
    const ledger = read([sheetOf([[...HEAD, '官网价'], line('A1', 50000), line('A2', 60000)])]);
    expect(countsOf(ledger)).toEqual({ header: 1, question: 2 });
    expect(new Set(ledger.questions.map(({ alike }) => alike)).size).toBe(1);
  });

  test('nothing paid yet: the ordered amount is offered, not taken', () => {
    const ledger = read([
      sheetOf([[...HEAD, '合同额', '实付金额'], line('A1', 50000, 50000), line('A2', 60000, null)]),
    ]);
    expect(netSales(ledger)).toBe('50000.00');
    expect(ledger.questions[0]?.choices).toEqual([
      { id: 'as-ordered', kind: 'amount', amount: 6_000_000 },
      { id: 'leave-out', kind: 'leave-out' },
    ]);
  });

  test('a currency column and a currency in the header are asked about', () => {
    expect(
      read([
        sheetOf([
          [...HEAD, '币种', '实付金额'],
          line('A1', '人民币', 50000),
          line('A2', 'USD', 6000),
        ]),
      ]).questions.map(({ reason }) => reason),
    ).toEqual(['currency']);
    expect(
      read([sheetOf([[...HEAD, '实付金额(USD)'], line('A1', 50000)])]).questions.map(
        ({ reason }) => reason,
      ),
    ).toEqual(['currency']);
  });

  test('a line above the table gives the unit of bare amounts', () => {
    expect(
      netSales(
        read([
          sheetOf([['2025 年订单', null, '单位：万元'], [...HEAD, '实付金额'], line('A1', 5.5)]),
        ]),
      ),
    ).toBe('55000.00');
    expect(
      netSales(
        read([
          sheetOf([
            ['Orders', null, 'Unit: RMB 10,000'],
            [...HEAD, 'Paid amount'],
            line('A1', '5.5'),
          ]),
        ]),
      ),
    ).toBe('55000.00');
  });

  test('a column of nothing but small fractions may be in 万: asked once for all alike', () => {
    const ledger = read([
      sheetOf([[...HEAD, '实付金额'], line('A1', 12.5), line('A2', 9.65), line('A3', 30)]),
    ]);
    expect(countsOf(ledger)).toEqual({ header: 1, question: 3 });
    expect(new Set(ledger.questions.map(({ alike }) => alike)).size).toBe(1);
    expect(
      netSales(
        read([
          sheetOf([
            [...HEAD, '实付金额'],
            line('A1', '12.50'),
            line('A2', '9.65'),
            line('A3', '30.00'),
          ]),
        ]),
      ),
    ).toBe('52.15');
    expect(
      netSales(
        read([
          sheetOf([[...HEAD, '实付金额(元)'], line('A1', 12.5), line('A2', 9.65), line('A3', 30)]),
        ]),
      ),
    ).toBe('52.15');
  });
});

test('a header in 万 beside does not make yuan doubtful where the header says yuan', () => {
  const rows = (paid: string): Cell[][] => [
    [...HEAD, '合同额(万元)', paid],
    line('A1', 30, 300000),
    line('A2', 0.03, 300),
  ];
  expect(netSales(read([sheetOf(rows('实付金额(元)'))]))).toBe('300300.00');
  expect(read([sheetOf(rows('实付金额'))]).questions.map(({ reason }) => reason)).toEqual(['unit']);
});

describe('the day column', () => {
  const days = (headers: string[], ...cells: Cell[]): string => {
    const ledger = read([
      sheetOf([
        ['订单号', '客户', '产品', '类别', '实付金额', ...headers],
        ['A1', '甲公司', 'ECS', '基础', 500, ...cells],
      ]),
    ]);
    return ledger.questions[0]?.fact.code ?? String(ledger.day[1]);
  };
  test('paid before signed', () =>
    expect(days(['签约日期', '付款日期'], '2025-01-06', '2025-02-01')).toBe('20120'));
  test('signed when nobody ever wrote a payment day', () =>
    expect(days(['签约日期', '付款日期'], '2025-01-06', null)).toBe('20094'));
  test('a month alone counts on its last day', () =>
    expect(days(['账期'], '202502')).toBe('20147'));
  test('a month where a day should stand is asked', () =>
    expect(days(['签约日期'], '202502')).toBe('ledger.date-month'));
  test('no column of days', () => expect(days(['备注'], 'x')).toBe('ledger.date-missing'));
});

test(
  "years come from the sheet's name, the title or the neighbours, and are asked when they " +
    'disagree',
  () => {
    const rows = (title: string, ...dates: string[]): Cell[][] => [
      [title],
      ['订单号', '客户', '产品', '类别', '实付金额', '签约日期'],
      ...dates.map((date, index) => [`A${index}`, '甲公司', 'ECS', '基础', 500, date]),
    ];
    const asked = (name: string, title: string, ...dates: string[]): number =>
      read([sheetOf(rows(title, ...dates), { name })]).questions.length;
    expect(asked('订单', '台账', '1月20日')).toBe(1);
    expect(asked('2025Q1', '台账', '1月20日')).toBe(0);
    expect(asked('25Q1', '台账', '1/20')).toBe(0);
    expect(asked('订单', '2025年订单台账', '1月20日')).toBe(0);
    expect(asked('订单', 'FY2025 订单', '1月20日')).toBe(1);
    expect(asked('订单', '台账', '2025/1/6', '1月20日')).toBe(0);
    expect(asked('订单', '台账', '2024/12/30', '1月20日', '2025/1/22')).toBe(1);
    expect(asked('订单', '台账 打印日期 2025-04-01', '1月20日')).toBe(1);
  },
);

describe('headers', () => {
  test('two rows, groups above', () => {
    const ledger = read([
      sheetOf([
        ['2025 年', null, null, null, null, null, null],
        ['订单', null, null, null, null, '金额（万元）', null],
        ['订单号', '客户', '产品', '类别', '付款日期', '合同', '实付'],
        ['A1', '甲公司', 'ECS', '基础', '2025-01-06', 6, 5.5],
      ]),
    ]);
    expect(netSales(ledger)).toBe('55000.00');
    expect(countsOf(ledger)).toEqual({ note: 1, header: 2, order: 1 });
    expect(ledger.sheets[0]?.headerRow).toBe(3);
  });

  test('two rows, columns below', () => {
    const ledger = read([
      sheetOf([
        ['订单号', '客户', '产品', '类别', '付款日期', '金额', null],
        [null, null, null, null, null, '应付金额', '实付金额'],
        ['A1', '甲公司', 'ECS', '基础', '2025-01-06', 6000, 5500],
      ]),
    ]);
    expect(netSales(ledger)).toBe('5500.00');
    expect(countsOf(ledger)).toEqual({ header: 2, order: 1 });
  });

  test('a second table below with its columns elsewhere is read by its own header', () => {
    const ledger = read([
      sheetOf([
        ['订单号', '客户', '产品', '类别', '付款日期', '应付金额', '实付金额'],
        ['A1', '甲公司', 'ECS', '基础', '2025-01-06', 6000, 5500],
        ['付款日期', '订单号', '客户', '产品', '类别', '实付金额', '应付金额'],
        ['2025-01-07', 'A2', '甲公司', 'WAF', '安全', 700, 800],
      ]),
    ]);
    expect(netSales(ledger)).toBe('6200.00');
    expect(countsOf(ledger)).toEqual({ header: 2, order: 2 });
  });

  test('what the user says of a header wins; unknown ones are named', () => {
    const sheet = sheetOf([[...HEAD, '到手价', '实付金额', '心情'], line('A1', 5000, 6000, '好')]);
    expect(read([sheet]).sheets[0]?.unknownHeaders).toEqual([
      { header: '到手价', column: 5 },
      { header: '心情', column: 7 },
    ]);
    const mapped = read([sheet], {
      mapping: [
        { header: '到手价', field: 'amount' },
        { header: '心情', field: null },
      ],
    });
    expect(netSales(mapped)).toBe('5000.00');
    expect(mapped.sheets[0]?.unknownHeaders).toEqual([]);
  });
});
