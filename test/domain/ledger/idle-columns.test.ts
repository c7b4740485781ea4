import type { Ledger } from '#domain/ledger/ledger.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const ORDER = ['A1', '甲', '基础', '2025-01-05', 1000];

const idle = ({ report }: Ledger): readonly string[] =>
  report.flatMap((fact) => (fact.code === 'ledger.columns-idle' ? fact.headers : []));
const unread = ({ report }: Ledger): readonly string[] =>
  report.flatMap((fact) => (fact.code === 'ledger.columns-unread' ? fact.headers : []));

describe('a column that is known and decides nothing', () => {
  it.each([
    ['税率', '6%'],
    ['折扣', 0.8],
    ['成本', 700],
    ['毛利', 300],
    ['发票号', 'F-1'],
    ['序号', 1],
    ['合同编号', 'HT-1'],
    ['终端客户', '乙'],
    ['Cost', 700],
    ['Margin %', '12%'],
    ['Tax rate', '6%'],
  ])('%s is named', (header, cell) => {
    const ledger = read([
      sheetOf([
        [...HEAD, header],
        [...ORDER, cell],
      ]),
    ]);
    expect([...idle(ledger), ...unread(ledger)]).toEqual([header]);
    expect(netSales(ledger)).toBe('1000.00');
  });
  it('is not named where it is empty', () => {
    expect(
      idle(
        read([
          sheetOf([
            [...HEAD, '税率'],
            [...ORDER, null],
          ]),
        ]),
      ),
    ).toEqual([]);
  });
  it('is named with its letter where two headers read alike', () => {
    const ledger = read([
      sheetOf([
        [...HEAD, '成本', '成本'],
        [...ORDER, 700, 720],
      ]),
    ]);
    expect(idle(ledger)).toEqual(['成本 (F)', '成本 (G)']);
  });
  it('is named of every table of the sheet, once', () => {
    const ledger = read([
      sheetOf([
        [...HEAD, '税率'],
        [...ORDER, '6%'],
        ['订单号', '客户', '类别', '日期', '税率', '金额', '成本'],
        ['A2', '乙', '基础', '2025-02-05', '6%', 500, 400],
      ]),
    ]);
    expect(idle(ledger)).toEqual(['税率', '成本']);
  });
});

describe('a column that decides something', () => {
  it.each([
    ['状态', '已支付'],
    ['代金券', 0],
    ['备注', '首单'],
    ['区域', '华东'],
    ['是否含税', '否'],
    ['币种', 'CNY'],
    ['合同金额', 1200],
    ['退款金额', 0],
    ['是否测试', '否'],
    ['审核', '通过'],
    ['返点基数', 1000],
  ])('%s is not', (header, cell) => {
    expect(
      idle(
        read([
          sheetOf([
            [...HEAD, header],
            [...ORDER, cell],
          ]),
        ]),
      ),
    ).toEqual([]);
  });
  it('is not where it tells amounts without tax', () => {
    expect(
      idle(
        read([
          sheetOf([
            [...HEAD, '税额'],
            [...ORDER, 60],
          ]),
        ]),
      ),
    ).toEqual([]);
    expect(
      idle(
        read([
          sheetOf([
            [...HEAD, '税额'],
            [...ORDER, 61],
          ]),
        ]),
      ),
    ).toEqual(['税额']);
  });
  it('is not named twice: the day of signing beside that of payment', () => {
    const ledger = read([
      sheetOf([
        [...HEAD, '付款日期', '签约日期'],
        [...ORDER, '2025-01-06', '2025-01-04'],
      ]),
    ]);
    expect(idle(ledger)).toEqual([]);
  });
});
