import type { Settlement } from '#application/reconcile/reconcile.ts';
import { actionOf } from '#domain/settlement/reconciliation.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import type { Cell } from '#domain/sheet.ts';
import { claimLetter, rowSentence } from '#pages/statement/claim-letter.ts';
import { ledgerOf, settlementOf, sheetOf } from './fixture.ts';

/** Only what is sure is claimed, and only what is sure is entered. */
const LEDGER = ledgerOf([
  { orderId: 'SO2025010001', customer: '甲', day: '2025-01-05', amount: '1000.00', due: '40.00' },
  { orderId: 'SO2025020002', customer: '乙', day: '2025-02-05', amount: '3000.00', due: '210.00' },
  { orderId: 'SO2025030003', customer: '丙', day: '2025-03-05', amount: '500.00', due: '20.00' },
]);
const settled = (...rows: Cell[][]): Settlement => settlementOf(LEDGER, [rows]);
const HEAD = ['订单号', '佣金金额'];
const A = ['SO2025010001', 40];
const B = ['SO2025020002', 210];
const C = ['SO2025030003', 20];
const ofSheets = (...sheets: Cell[][][]): Settlement['reconciliation'] =>
  settlementOf(LEDGER, sheets).reconciliation;
const actions = (...rows: Cell[][]): readonly unknown[] =>
  settled(...rows).reconciliation.rows.map((row) => [
    row.orderId,
    row.cause,
    actionOf(row),
    row.difference,
  ]);
const differing = (...rows: Cell[][]): readonly unknown[] =>
  actions(...rows).filter((row) => (row as string[])[2] !== 'none');
const codes = (...rows: Cell[][]): readonly string[] =>
  readStatement([sheetOf(rows)]).facts.map(({ code }) => code);

describe('a number written otherwise', () => {
  it.each(['SO-2025-02-0002', 'so 2025 02 0002', 'SO_2025020002'])('%s is that order', (number) => {
    expect(differing(HEAD, A, [number, 210], C)).toEqual([]);
  });

  it('several in one cell share what they are due', () => {
    expect(differing(HEAD, ['SO2025010001/SO2025030003', 60], B)).toEqual([]);
    expect(differing(HEAD, ['SO2025010001、SO2025030003', 60], B)).toEqual([]);
  });

  it('several in one cell that pay something else are asked about, not claimed', () => {
    expect(differing(HEAD, ['SO2025010001/SO2025030003', 55], B)).toEqual([
      ['SO2025010001', 'missing-in-statement', 'ask', -4000],
      ['SO2025030003', 'missing-in-statement', 'ask', -2000],
      ['SO2025010001/SO2025030003', 'missing-in-ledger', 'ask', 5500],
    ]);
  });

  it('its figures alone, or its amount under another number: both are asked about', () => {
    const asked = (number: string): readonly unknown[] => [
      ['SO2025020002', 'missing-in-statement', 'ask', -21000],
      [number, 'missing-in-ledger', 'ask', 21000],
    ];
    expect(differing(HEAD, A, ['2025020002', 210], C)).toEqual(asked('2025020002'));
    expect(differing(HEAD, A, ['V-77', 210], C)).toEqual(asked('V-77'));
    const letter = claimLetter(settled(HEAD, A, ['V-77', 210], C).reconciliation, 'zh-CN');
    expect(letter).not.toContain('请补付');
    expect(letter).not.toContain('补记：');
    expect(letter).toContain('“V-77”那一行可能就是它');
    for (const row of settled(HEAD, A, ['V-77', 210], C).reconciliation.rows)
      for (const [language, note] of [
        ['zh-CN', '请先核对'],
        ['en-US', 'Check before'],
      ] as const) {
        expect(rowSentence(row, language).includes(note)).toBe(row.maybe !== undefined);
        expect(
          claimLetter({ ...settled(HEAD, A).reconciliation, rows: [row] }, language),
        ).not.toContain(note);
      }
  });

  it('another number with another amount leaves the claim sure', () => {
    expect(differing(HEAD, A, ['V-77', 99], C)).toEqual([
      ['SO2025020002', 'missing-in-statement', 'claim', -21000],
      ['V-77', 'missing-in-ledger', 'enter', 9900],
    ]);
  });

  it('so does the same amount of a customer of another name', () => {
    const head = ['订单号', '客户', '佣金金额'];
    const rows: Cell[][] = [
      ['SO2025010001', '甲', 40],
      ['V-77', '丁', 210],
      ['SO2025030003', '丙', 20],
    ];
    expect(differing(head, ...rows)).toEqual([
      ['SO2025020002', 'missing-in-statement', 'claim', -21000],
      ['V-77', 'missing-in-ledger', 'enter', 21000],
    ]);
  });
});

describe('what is taken off', () => {
  it('for no order of ours is the vendor’s to explain', () => {
    expect(differing(HEAD, A, B, C, ['上期调整', -30])).toEqual([
      ['上期调整', 'missing-in-ledger', 'ask', -3000],
    ]);
  });

  it('from an order that is not paid is said so', () => {
    const [row] = settled(HEAD, A, ['SO2025020002', -210], C).reconciliation.rows.filter(
      ({ orderId }) => orderId === 'SO2025020002',
    );
    if (row === undefined) throw new Error('no row');
    expect(actionOf(row)).toBe('ask');
    expect(rowSentence(row, 'zh-CN')).toContain('没有支付，只扣回 ¥210.00');
    expect(rowSentence(row, 'en-US')).toContain('takes back ¥210.00');
  });

  it.each(['扣回金额', '代扣税金', '尾款', 'Refund'])(
    'in a column beside, %s, is named',
    (header) => {
      expect(codes([...HEAD, header], [...A, 0], [...B, 60])).toEqual([
        'settlement.columns-unused',
      ]);
    },
  );
});

it('a line that stands twice is no rate of twice as much', () => {
  expect(differing(HEAD, A, A, B, C)).toEqual([['SO2025010001', 'unexplained', 'ask', 4000]]);
});

describe('orders of other partners', () => {
  it.each(['代理商', '经销商名称', 'Distributor', 'Reseller'])('%s', (header) => {
    const rows: Cell[][] = [
      [header, ...HEAD],
      ['我司', ...A],
      ['我司', ...B],
      ['我司', ...C],
    ];
    expect(differing(...rows)).toEqual([]);
    expect(codes(...rows)).toEqual([]);
    const others: Cell[][] = [...rows, ['别家', 'SO9999', 880]];
    expect(differing(...others)).toEqual([['SO9999', 'missing-in-ledger', 'ask', 88000]]);
    expect(codes(...others)).toEqual(['settlement.several-partners']);
  });
});

describe('a state beside the line', () => {
  it.each(['核算中', '结算中', 'Upcoming', 'Unprocessed', '已冲销', '已退订'])(
    '%s: neither paid nor taken back',
    (state) => {
      const rows: Cell[][] = [
        [...HEAD, '核算状态'],
        [...A, '已核算'],
        [...B, '已核算'],
        [...C, state],
      ];
      expect(codes(...rows)).toEqual(['settlement.line-void']);
      expect(differing(...rows)).toEqual([]);
    },
  );
});

it('a refusal says what stands there', () => {
  expect(readStatement([sheetOf([['结算'], ['项目', '金额'], ['返佣', 5]])]).facts).toEqual([
    { code: 'settlement.no-table', seen: ['项目', '金额'] },
  ]);
});

describe('a sheet that cannot be read beside one that is', () => {
  it.each([
    [
      'settlement.several-amounts',
      [
        ['订单号', '返佣（含税）', '返佣（不含税）'],
        [...B, 198],
        [...C, 19],
      ],
    ],
    [
      'settlement.crosstab',
      [
        ['客户', '1月', '2月', '3月'],
        ['甲', 1, 2, 3],
        ['乙', 4, 5, 6],
      ],
    ],
    ['settlement.sheet-unread', [['单据', '本月合计'], B, C]],
  ] as [string, Cell[][]][])('%s: nothing that it may hold is claimed', (code, rows) => {
    const { rows: found, statement } = ofSheets([HEAD, A], rows);
    expect(statement.facts.map((fact) => fact.code)).toEqual([code]);
    expect(found.map(actionOf)).toEqual(['none', 'none', 'none']);
  });

  it('a cover page with a few words leaves the claim sure', () => {
    const cover: Cell[][] = [
      ['致：贵公司'],
      ['日期', '2025年4月1日'],
      ['联系电话', '010-12345678'],
    ];
    const { rows, statement } = ofSheets([HEAD, A, B], cover);
    expect(statement.facts).toEqual([]);
    expect(rows.map(actionOf)).toEqual(['none', 'none', 'claim']);
  });
});

describe('money that is not paid now', () => {
  it.each(['以下订单资料不全，暂缓：', '以下为预估', '下期结算', 'Pending approval', '抵扣明细'])(
    'under a heading: %s',
    (heading) => {
      const rows: Cell[][] = [HEAD, A, B, [heading], C];
      expect(codes(...rows)).toEqual(['settlement.line-void']);
      expect(differing(...rows)).toEqual([]);
    },
  );

  it.each([
    ['备注', '下季度支付'],
    ['备注', '抵扣上期欠款，不支付'],
    ['支付方式', '抵扣货款'],
    ['Comment', 'will be paid next quarter'],
    ['Comment', 'offset against invoice 77'],
  ])('by its %s: %s', (header, text) => {
    const rows: Cell[][] = [
      [...HEAD, header],
      [...A, ''],
      [...B, '现金'],
      [...C, text],
    ];
    expect(codes(...rows)).toEqual(['settlement.line-void']);
    expect(differing(...rows)).toEqual([]);
  });

  it('but a voucher of the customer is no word about the vendor', () => {
    const rows: Cell[][] = [
      [...HEAD, '备注'],
      [...A, ''],
      [...B, '代金券抵扣200元'],
      [...C, ''],
    ];
    expect(codes(...rows)).toEqual([]);
    expect(differing(...rows)).toEqual([]);
  });
});

it('a unit in a column of its own holds for its line', () => {
  const rows: Cell[][] = [
    [...HEAD, '单位'],
    ['SO2025010001', 0.004, '万元'],
    [...B, '元'],
    ['SO2025030003', 0.02, '千元'],
  ];
  expect(differing(...rows)).toEqual([]);
});

it.each(['本次应付', '应付金额', '实付合计', '已付', 'Net payable'])('%s is a sum', (word) => {
  expect(differing(HEAD, A, B, C, [word, 270])).toEqual([]);
});

it('money under a word in place of a number is asked about, not entered', () => {
  expect(differing(HEAD, A, B, C, ['开门红', 5])).toEqual([
    ['开门红', 'missing-in-ledger', 'ask', 500],
  ]);
});
