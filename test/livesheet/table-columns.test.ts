import {
  type PlacedTable,
  withCells,
  withFileNames,
  withoutLost,
} from '../../src/livesheet/table-columns.ts';

/** Its second column was called "净额" later on. */
const orders: PlacedTable = {
  name: '订单',
  sheet: '订单表',
  block: { top: 0, left: 1, bottom: 10, right: 3 },
  heads: 1,
  totals: 1,
  columns: [['单号'], ['实付 [元]', '净额'], ['类别']],
  called: ['单号', '净额', '类别'],
};
const here = { sheet: '订单表', row: 4, column: 3 };
const elsewhere = { ...here, sheet: '汇总' };

describe('columns of tables, as the engine gets them', () => {
  it.each<readonly [typed: string, computed: string | 0]>([
    [
      "=REBATE_AMOUNT([@[实付 '[元']]],[@类别],RebatePolicy)",
      '=REBATE_AMOUNT($C5,$D5,RebatePolicy)',
    ],
    ['=[@单号]&"[@单号]"', '=$B5&"[@单号]"'],
    ['=COUNTA(订单[单号])', '=COUNTA($B$2:$B$10)'],
    ['=SUM(订单[净额])', '=SUM($C$2:$C$10)'],
    ['=COUNTA(订单[[单号]:[类别]])', '=COUNTA($B$2:$D$10)'],
    ['=COUNTA(订单[[类别]:[单号]])', '=COUNTA($B$2:$D$10)'],
    ['=COUNTA(订单[@[单号]:[类别]])', '=COUNTA($B5:$D5)'],
    ['=COUNTA([@])', '=COUNTA($B5:$D5)'],
    ['=订单[[#This Row],[类别]]', '=$D5'],
    ['=COUNTA(订单[])', '=COUNTA($B$2:$D$10)'],
    ['=COUNTA(订单[#All])', '=COUNTA($B$1:$D$11)'],
    ['=订单[[#Headers],[类别]]', '=$D$1'],
    ['=订单[[#TOTALS], [类别]]', '=$D$11'],
    ['=COUNTA(订单[[#Headers],[#Data],[类别]])', '=COUNTA($D$1:$D$10)'],
    ['=COUNTA(订单[[#Data],[#Totals],[类别]])', '=COUNTA($D$2:$D$11)'],
    ['=VLOOKUP(A1,订单,2)&"订单"', '=VLOOKUP(A1,$B$2:$D$10,2)&"订单"'],
    ["=SUM(订单!A1,'订单'!A1,订单表!A1,订单.旧,订单(1),新订单)", 0],
    ['=A1+SUM(不是[单号])', '=A1+SUM(不是[单号])'],
  ])('%s', (typed, computed) => {
    expect(withCells(typed, here, [orders])).toBe(computed || typed);
  });

  it('takes no column of the sheet for a table', () => {
    const short = { ...orders, name: 'T' };
    expect(withCells('=SUM(T:T,$T$1,T$1,T1,t)', here, [short])).toBe(
      '=SUM(T:T,$T$1,T$1,T1,$B$2:$D$10)',
    );
  });

  it('names the sheet of a table elsewhere', () => {
    expect(withCells('=COUNTA(订单[单号])', elsewhere, [orders])).toBe(
      "=COUNTA('订单表'!$B$2:$B$10)",
    );
  });

  it('knows this row in the rows of the table alone', () => {
    for (const at of [elsewhere, { ...here, row: 0 }, { ...here, row: 10 }])
      expect(withCells('=订单[@单号]', at, [orders])).toBe('=#VALUE!');
    const beside = { ...here, column: 7 };
    expect(withCells('=[@单号]', beside, [orders])).toBe('=[@单号]');
    expect(withCells('=订单[@单号]', beside, [orders])).toBe('=$B5');
  });

  it.each([
    '=订单[没有]',
    '=别的[单号]',
    '=订单[[#Totals],[#Headers],[类别]]',
    '=订单[[单号],[类别]]',
    '=订单[#Rows]',
  ])('%s is lost, for the engine and in the file', (typed) => {
    expect(withCells(typed, here, [orders])).toBe(typed);
    expect(withoutLost(`${typed}+1`)).toBe('=#REF!+1');
    expect(withFileNames(typed, here, [orders])).toBe('=#REF!');
  });
});

describe('a column that was called something else', () => {
  const columns = [['a', 'b', 'd'], ['b', 'c'], ['x']];
  const moved: PlacedTable = { ...orders, columns, called: ['d', 'c', 'x'] };

  it('is called in the file what the file calls it', () => {
    expect(withFileNames('=SUM(订单[净额],[@净额])', here, [orders])).toBe(
      "=SUM(订单[[实付 '[元']]],[@[实付 '[元']]])",
    );
    expect(withFileNames('=SUM(订单[d])&订单[[#All],[c]]', here, [moved])).toBe(
      '=SUM(订单[a])&订单[[#All],[b]]',
    );
  });

  it('is no figure where the name means two of them', () => {
    expect(withCells('=SUM(订单[b])', here, [moved])).toBe('=SUM(订单[b])');
    expect(withFileNames('=SUM(订单[b])', here, [moved])).toBe('=SUM(#REF!)');
  });

  it('is meant by the name that it has now before all that once had it', () => {
    const swapped: PlacedTable = { ...orders, columns, called: ['b', 'c', 'x'] };
    expect(withCells('=SUM(订单[b],订单[c])', here, [swapped])).toBe('=SUM($B$2:$B$10,$C$2:$C$10)');
    expect(withFileNames('=SUM(订单[b],订单[c])', here, [swapped])).toBe('=SUM(订单[a],订单[b])');
  });
});
