import fc from 'fast-check';
import { addDays, dateOf, yearMonthDay } from '#domain/calendar/local-date.ts';
import { counts, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { readCsv } from '#workbook/csv/read-csv.ts';
import { Pump } from '#workbook/paced-loop.ts';
import { encoderOf } from '../../fixtures/encoder.ts';
import { read } from './told-rows.ts';
import { sheetOf } from './sheet-of.ts';
import { runs } from '../../runs.ts';

/** An order of a clean ledger. */
interface Order {
  readonly id: string;
  readonly day: number;
  /** Fen. */
  readonly fen: number;
}

/**
 * What was done to the ledger, and what each number may count for after it; absent: nothing.
 * `named` is what the report must say where nothing can be read.
 */
interface Done {
  readonly sheets: readonly Sheet[];
  readonly truth: ReadonlyMap<string, number>;
  readonly named?: string;
}

const HEAD: Cell[] = ['订单号', '客户', '类别', '日期', '金额'];
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(\.|$))/g, ',');
const comma = (fen: number): string =>
  grouped(yuan(fen)).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
const parts = (day: number): readonly [string, string, string] => {
  const { year, month, day: date } = yearMonthDay(day as never);
  return [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')];
};
const iso = (day: number): string => parts(day).join('-');
const row = ({ id, day, fen }: Order, amount: Cell = yuan(fen), on: Cell = iso(day)): Cell[] => [
  id,
  '甲',
  '基础',
  on,
  amount,
];
const truthOf = (orders: readonly Order[]): Map<string, number> =>
  new Map(orders.map(({ id, fen }) => [id, fen]));
const table = (orders: readonly Order[], cells: (order: Order) => Cell[], head = HEAD): Done => ({
  sheets: [sheetOf([head, ...orders.map(cells)])],
  truth: truthOf(orders),
});
const csv = ({ sheets, truth }: Done): Done => ({
  sheets: sheets.map((sheet) => ({ ...sheet, delimited: true })),
  truth,
});
/** The last order takes back what the first one sold, in the hand of `cells`. */
const withRefund = (
  orders: readonly Order[],
  sheets: (sold: readonly Order[], back: Order) => readonly Sheet[],
): Done => {
  const [first] = orders;
  const fen = Math.floor((first?.fen ?? 0) / 2);
  const back: Order = { id: 'T1', day: (first?.day ?? 0) + 20, fen };
  return { sheets: sheets(orders, back), truth: truthOf([...orders, { ...back, fen: -fen }]) };
};
const OFF = ['已关闭', '交易关闭', '审核不通过', '支付失败', 'Declined', 'Chargeback', '蓝色'];
const BACK = ['退款', '降配', 'DOWNGRADE', '扣回', 'Refund'];
const CLAWED_BACK = ['追回', '返点扣回', 'Clawback', '冲减', '退订扣回'];

/** The ledger as bytes of a file, read as any file is. */
async function fromFile(
  orders: readonly Order[],
  head: readonly string[],
  words: readonly [string, string],
  { mark, bytesOf }: { readonly mark: string; readonly bytesOf: (text: string) => Uint8Array },
): Promise<Done> {
  const [customer, category] = words;
  const lines = orders.map(({ id, day, fen }) => [id, customer, category, iso(day), yuan(fen)]);
  const text = [head, ...lines].map((line) => line.join(mark)).join('\r\n');
  const sheet = await readCsv(bytesOf(`${text}\r\n`), '台账', new Pump());
  return { sheets: [sheet], truth: truthOf(orders) };
}
const BIG5 = encoderOf('big5');
const GB18030 = encoderOf('gb18030');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Deed = (orders: readonly Order[], pick: number) => Done | Promise<Done>;
const DEEDS: Readonly<Record<string, Deed>> = {
  'a file in Big5': (orders) =>
    fromFile(orders, ['訂單號', '客戶', '類別', '日期', '金額'], ['台積電', '基礎'], {
      mark: ',',
      bytesOf: BIG5,
    }),
  'a file in GB18030 with a rare name': (orders) =>
    fromFile(orders, ['订单号', '客户', '类别', '日期', '金额'], ['𠮷野公司', '基础'], {
      mark: ',',
      bytesOf: GB18030,
    }),
  'a file with bars': (orders) =>
    fromFile(orders, ['订单号', '客户', '类别', '日期', '金额'], ['甲,乙公司', '基础'], {
      mark: '|',
      bytesOf: utf8,
    }),
  'no part in the rebate': (orders, pick) => {
    const words = [
      ['渠道', '不参与返点'],
      ['Programme', 'Excluded'],
      ['是否有效订单', '否'],
      ['Rebate excluded', 'Y'],
      ['付款方式', '代金券'],
      ['返点基数', '1'],
    ] as const;
    const [header, said] = words[pick % words.length]!;
    const done = table(orders, (order) => [...row(order), order === orders[0] ? said : null], [
      ...HEAD,
      header,
    ]);
    return { ...done, truth: truthOf(orders.slice(1)) };
  },
  'some amounts without tax': (orders, pick) => {
    const [gross, net] = [
      ['是', '否'],
      ['含税', '不含税'],
    ][pick % 2]!;
    const done = table(
      orders,
      (order) => [...row(order), (order === orders[0] ? net : gross) ?? null],
      [...HEAD, '是否含税'],
    );
    return { ...done, truth: truthOf(orders.slice(1)) };
  },
  'all amounts without tax': (orders) => {
    const done = table(orders, (order) => [...row(order), 'N'], [...HEAD, 'Tax included']);
    return { ...done, named: 'ledger.net-amount-column' };
  },
  'numbers of credit notes': (orders, pick) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        HEAD,
        ...sold.map((order) => row(order)),
        row({ ...back, id: ['RMA-77', 'CN-77', 'CM77', 'Refund-77'][pick % 4]! }),
      ]),
    ]),
  'types that are no sales': (orders, pick) => {
    const done = table(
      orders,
      (order) => [
        ...row(order),
        order === orders[0] ? ['运费', 'Tax', 'Late fee', '押金', '调整'][pick % 5]! : '新购',
      ],
      [...HEAD, pick % 2 === 0 ? '类型' : 'Line type'],
    );
    return { ...done, truth: truthOf(orders.slice(1)) };
  },
  'types that nobody knows': (orders) => {
    const done = table(orders, (order) => [...row(order), '变更'], [...HEAD, '业务类型']);
    return { ...done, named: 'ledger.types-unknown' };
  },
  'categories across beside order numbers': (orders) => ({
    sheets: [
      sheetOf([
        ['订单号', '客户', '日期', '基础', '安全', '合计'],
        ...orders.map(({ id, day, fen }) => [id, '甲', iso(day), yuan(fen), null, yuan(fen)]),
      ]),
    ],
    truth: new Map(),
    named: 'ledger.crosstab',
  }),
  'days by the name of the sheet': (orders) => {
    const { sheets, truth } = table(orders, (order) => row(order, undefined, '5号'));
    return { sheets: sheets.map((sheet) => ({ ...sheet, name: '2025年1月' })), truth };
  },
  'a rate of exchange': (orders) => {
    const done = table(orders, (order) => [...row(order), order === orders[0] ? 7.2 : 1], [
      ...HEAD,
      '汇率',
    ]);
    return { ...done, truth: truthOf(orders.slice(1)) };
  },
  'months across': (orders, pick) => ({
    sheets: [
      sheetOf([
        ['客户', '类别', ...(pick % 2 === 0 ? ['1月', '2月', '3月'] : ['Jan', 'Feb', 'Mar'])],
        ...orders.map(({ fen }) => ['甲', '基础', yuan(fen), null, yuan(fen)]),
      ]),
    ],
    truth: new Map(),
    named: 'ledger.crosstab',
  }),
  'categories across': (orders, pick) => ({
    sheets: [
      sheetOf([
        ['月份', '基础', '安全', ...(pick % 2 === 0 ? ['合计'] : [])],
        ...orders.map(({ fen }, at) => [
          `${(at % 12) + 1}月`,
          yuan(fen),
          yuan(fen),
          ...(pick % 2 === 0 ? [yuan(2 * fen)] : []),
        ]),
      ]),
    ],
    truth: new Map(),
    named: 'ledger.crosstab',
  }),
  'a month beside a month, without numbers and days': (orders) => {
    const cells = ({ fen }: Order): Cell[] => ['甲', '基础', yuan(fen)];
    const head: Cell[] = ['客户', '类别', '金额'];
    const [first, ...others] = orders;
    const lines = others.map((order, at) => [
      ...(at === 0 && first !== undefined ? cells(first) : [null, null, null]),
      null,
      ...cells(order),
    ]);
    return { sheets: [sheetOf([[...head, null, ...head], ...lines])], truth: truthOf(orders) };
  },
  'claw-backs among the orders': (orders, pick) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        [...HEAD, '业务类型'],
        ...sold.map((order) => [...row(order), '新购']),
        [...row(back), CLAWED_BACK[pick % CLAWED_BACK.length]!],
      ]),
    ]),
  'one day of another century': (orders, pick) => {
    const years = ['2052', '2062', '1952'];
    const late: Order = { id: 'Z1', day: orders[0]!.day, fen: 300 };
    const { sheets } = table([...orders, late], (order) =>
      row(order, undefined, order === late ? `${years[pick % 3]!}-01-05` : iso(order.day)),
    );
    return { sheets, truth: truthOf(orders) };
  },
  'thousands without quotes': (orders) =>
    csv(
      table(orders, (order) => row(order).toSpliced(4, 1, ...grouped(yuan(order.fen)).split(','))),
    ),
  'thousands without quotes before a remark': (orders) =>
    csv(
      table(
        orders,
        (order) => row(order).toSpliced(4, 1, ...grouped(yuan(order.fen)).split(','), '首付款'),
        [...HEAD, '备注'],
      ),
    ),
  'amounts in fen': (orders) =>
    table(orders, (order) => row(order, String(order.fen)), HEAD.with(4, 'Amt')),
  'sales called off': (orders, pick) => {
    const done = table(
      orders,
      (order) => [...row(order), order === orders[0] ? OFF[pick % OFF.length]! : '已支付'],
      [...HEAD, '状态'],
    );
    return { ...done, truth: truthOf(orders.slice(1)) };
  },
  'a column of refunds': (orders) => ({
    sheets: [
      sheetOf([[...HEAD, '退款金额'], ...orders.map((order) => [...row(order), yuan(100)])]),
    ],
    truth: truthOf(orders.map((order) => ({ ...order, fen: order.fen - 100 }))),
  }),
  'refunds below the orders': (orders) =>
    withRefund(orders, (sold, back) => [
      sheetOf([HEAD, ...sold.map((order) => row(order)), [], ['退款明细'], HEAD, row(back)]),
    ]),
  'refunds in columns of their own': (orders) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        HEAD,
        ...sold.map((order) => row(order)),
        ['退款单号', '客户', '类别', '退款日期', '退款金额'],
        row(back),
      ]),
    ]),
  'refunds on a sheet': (orders) =>
    withRefund(orders, (sold, back) => [
      sheetOf([HEAD, ...sold.map((order) => row(order))]),
      sheetOf([HEAD, row(back)], { name: '退款' }),
    ]),
  'refunds by type': (orders, pick) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        [...HEAD, '订单类型'],
        ...sold.map((order) => [...row(order), '新购']),
        [...row(back), BACK[pick % BACK.length]!],
      ]),
    ]),
  'tables side by side': (orders, pick) => {
    const at = 1 + (pick % (orders.length - 1));
    const [left, right] = [orders.slice(0, at), orders.slice(at)];
    const empty = Array<Cell>(5).fill(null);
    const height = Math.max(left.length, right.length);
    const lines = Array.from({ length: height }, (_, index) => [
      ...(left[index] ? row(left[index]) : empty),
      null,
      ...(right[index] ? row(right[index]) : empty),
    ]);
    return { sheets: [sheetOf([[...HEAD, null, ...HEAD], ...lines])], truth: truthOf(orders) };
  },
  'years of two digits, day first': (orders) =>
    table(orders, (order) => {
      const [year, month, day] = parts(order.day);
      return row(order, undefined, `${day}/${month}/${year.slice(2)}`);
    }),
  'decimal commas': (orders) => table(orders, (order) => row(order, comma(order.fen))),
  'ranges of days': (orders) =>
    table(orders, (order) =>
      row(order, undefined, `${iso(order.day - 1)} 08:00:00-${iso(order.day)} 09:00:00`),
    ),
  'quarters for days': (orders) => table(orders, (order) => row(order, undefined, '2025Q4')),
  'figures with words': (orders, pick) =>
    table(orders, (order) =>
      row(order, ['约', 'USD ', '$', 'EUR '][pick % 4]! + yuan(order.fen))
        .with(0, null)
        .with(3, null),
    ),
  'headers in traditional characters': (orders) =>
    table(orders, (order) => row(order), ['訂單號', '客戶', '類別', '日期', '金額']),
  'headers of a database': (orders) =>
    table(orders, (order) => row(order), [
      'order_id',
      'customer_name',
      'category',
      'order_date',
      'amount_cny',
    ]),
  'months one after the other': (orders) => ({
    sheets: [sheetOf(orders.flatMap((order) => [['一月'], HEAD, row(order), []]))],
    truth: truthOf(orders),
  }),
  'a status of refunds': (orders, pick) => {
    const words = ['已退款', '部分退款', '退款中', '红色'];
    const done = table(
      orders,
      (order) => [...row(order), order === orders[0] ? words[pick % words.length]! : '无退款'],
      [...HEAD, '售后状态'],
    );
    const truth = new Map(done.truth);
    truth.delete(orders[0]?.id ?? '');
    return { sheets: done.sheets, truth };
  },
  'money in and money out': (orders) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        ['订单号', '客户', '类别', '日期', '收入', '支出'],
        ...sold.map((order) => [...row(order), null]),
        [...row(back, null), yuan(back.fen)],
      ]),
    ]),
  'rows hidden or filtered out': (orders) => {
    const { sheets, truth } = table(orders, (order) => row(order));
    const hidden = sheets.map((sheet) => ({ ...sheet, hiddenRows: [1] }));
    return { sheets: hidden, truth, named: 'ledger.rows-hidden' };
  },
  'figures beyond all bounds': (orders) => {
    const { sheets, truth } = table(
      [...orders, { id: 'Z1', day: orders[0]!.day, fen: 0 }],
      (order) => row(order, order.id === 'Z1' ? 1e15 : yuan(order.fen)),
    );
    return { sheets, truth };
  },
  'refunds below under more columns': (orders) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        HEAD,
        ...sold.map((order) => row(order)),
        ['退货单号', '原单号', '客户', '类别', '退货日期', '退货金额'],
        ['T1', sold[0]?.id ?? '', ...row(back).slice(1)],
      ]),
    ]),
  'refunds by the ending of the number': (orders, pick) => {
    const [first] = orders;
    const id = `${first?.id ?? ''}${['-T', '_R', '-TK1', '-CN'][pick % 4]!}`;
    const done = withRefund(orders, (sold, back) => [
      sheetOf([HEAD, ...sold.map((order) => row(order)), row({ ...back, id })]),
    ]);
    return { ...done, truth: truthOf(orders) };
  },
  'the unit in the name of the sheet': (orders) => {
    const { sheets, truth } = table(orders, (order) => row(order, String(order.fen)));
    return { sheets: sheets.map((sheet) => ({ ...sheet, name: '订单（单位：分）' })), truth };
  },
  'called off in a column of its own': (orders) => {
    const done = table(
      orders,
      (order) => [...row(order), '已审核', order === orders[0] ? '已作废' : '未作废'],
      [...HEAD, '单据状态', '作废状态'],
    );
    return { ...done, truth: truthOf(orders.slice(1)) };
  },
  'a backtick before every cell': (orders) => {
    const { sheets, truth } = table(orders, (order) => row(order));
    const marked = (cell: Cell): Cell => (cell === null ? null : `\`${String(cell)}`);
    const all = sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((cells) => cells.map(marked)),
    }));
    return { sheets: all, truth };
  },
  'the price in two parts': (orders) =>
    table(
      orders,
      ({ fen, ...order }) => [
        ...row({ ...order, fen }, yuan(Math.floor(fen / 3))),
        yuan(fen - Math.floor(fen / 3)),
      ],
      [...HEAD.with(4, '首付款'), '尾款'],
    ),
  'days with their hour': (orders) =>
    table(orders, (order) => {
      const [year, month, day] = parts(order.day);
      return row(order, undefined, `${year}年${Number(month)}月${Number(day)}日14时`);
    }),
  'years of two digits, month first': (orders) =>
    table(orders, (order) => {
      const [year, month, day] = parts(order.day);
      return row(order, undefined, `${month}/${day}/${year.slice(2)}`);
    }),
  'days of the term alone': (orders) =>
    table(orders, (order) => [...row(order), iso(order.day + 364)], [
      ...HEAD.with(3, '开始日期'),
      '结束日期',
    ]),
  'receipts below nought': (orders, pick) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        [...HEAD, '业务类型'],
        ...sold.map((order) => [...row(order), 'Invoice']),
        [...row(back, yuan(-back.fen)), ['Payment', '核销', 'Journal'][pick % 3]!],
      ]),
    ]),
  'a refund that went through': (orders, pick) =>
    withRefund(orders, (sold, back) => [
      sheetOf([
        [...HEAD, '类型', '状态'],
        ...sold.map((order) => [...row(order), '新购', '支付成功']),
        [...row(back), '退款', ['退款成功', '已退款', '退款完成'][pick % 3]!],
      ]),
    ]),
  'averages below': (orders) => {
    const done = table(orders, (order) => row(order));
    const sum = orders.reduce((all, { fen }) => all + fen, 0);
    const below = [
      ['合计', null, null, null, yuan(sum)],
      ['平均', null, null, null, yuan(Math.round(sum / orders.length))],
      ['最大值', null, null, null, yuan(Math.max(...orders.map(({ fen }) => fen)))],
    ];
    return { ...done, sheets: [sheetOf([HEAD, ...orders.map((order) => row(order)), ...below])] };
  },
  'the point of the amount elsewhere': (orders) => {
    const done = table(orders, (order) => [...row(order), '2', yuan(order.fen * 5)], [
      ...HEAD,
      '数量',
      '单价',
    ]);
    return { ...done, named: 'ledger.amounts-off-price' };
  },
  'a number of the bill beside that of the order': (orders) =>
    table(orders, (order) => [`B-${order.id}`, ...row(order)], ['账单号', ...HEAD]),
  'the header said twice': (orders) =>
    table(orders, (order) => [...row(order), yuan(order.fen + 1)], [...HEAD, '金额']),
};

const orders = fc
  .array(fc.record({ day: fc.nat(80), fen: fc.integer({ min: 200, max: 500_000_000 }) }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((drawn) =>
    drawn.map(({ day, fen }, index): Order => ({
      id: `A${1001 + index}`,
      day: addDays(dateOf(2025, 1, 2), day),
      fen,
    })),
  );

test.each(Object.entries(DEEDS))(
  '%s: every row counts for what it is, or is asked about',
  (_name, deed) =>
    fc.assert(
      fc.asyncProperty(orders, fc.nat(100), async (clean, pick) => {
        const { sheets, truth, named } = await deed(clean, pick);
        const ledger = read(sheets);
        const told = ledger.report.map(({ code }) => code as string);
        expect(told).toEqual(expect.arrayContaining(named === undefined ? [] : [named]));
        const missing = new Map(truth);
        let asked = 0;
        for (let index = 0; index < ledger.size; index++) {
          const kind = kindOf(ledger, index);
          const id = ledger.orderId[index] ?? '';
          if (kind === 'question') {
            if (!missing.delete(id)) asked++;
          }
          if (!counts(kind)) continue;
          expect([id, ledger.amount[index]]).toEqual([id, truth.get(id)]);
          missing.delete(id);
        }
        // A row whose number is gone is asked about under no number.
        expect(missing.size <= asked ? [] : [...missing]).toEqual([]);
      }),
      { numRuns: runs(40), seed: 20250331 },
    ),
);
