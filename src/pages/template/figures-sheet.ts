import { Decimal, ZERO } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, addFen, yuanNumber } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { chanceOfTier } from '#domain/forecast/distribution.ts';
import { amountOf, cushionOf, gainOf, gapOf, rateAt, tierAt } from '#domain/rebate/figures.ts';
import type { Language } from '#i18n/sentences.ts';
import type { Page, PageCell, PageStyle } from '../page.ts';
import { bandRows } from './band.ts';
import { POLICY_NAME, column, plainRate, plainTier } from './references.ts';
import { componentOf, fenOf, sampleSales } from './sample-figures.ts';
import { SAMPLE_DEALS, SAMPLE_YEAR } from './sample-orders.ts';
import { fontOf, wordsOf } from './template-language.ts';

const STYLES = {
  component: 'label',
  sales: 'computed-money',
  tierSales: 'computed-money',
  tier: 'computed-integer',
  rate: 'computed-rate',
  rebate: 'computed-money',
  gap: 'computed-money',
  gain: 'computed-money',
  cushion: 'computed-money',
  chance: 'computed-rate',
  plainTier: 'computed-integer',
  plainRate: 'computed-rate',
  plainRebate: 'computed-money',
} as const satisfies Readonly<Record<string, PageStyle>>;
type FigureColumn = keyof typeof STYLES;
const NAMES = Object.keys(STYLES) as readonly FigureColumn[];
const YEAR_ROW = 3;
const FIRST_ROW = 6;
const YEAR_CELL = `$B$${YEAR_ROW + 1}`;

/**
 * The year by component: the function family beside plain formulas that give tier, rate and rebate
 * of the simple policy.
 */
export function figuresSheet(language: Language, policy: Policy): Page {
  const words = wordsOf(language);
  const { figures } = words;
  const titles: Readonly<Record<FigureColumn, string>> = {
    ...figures.columns,
    chance: figures.chance,
  };
  const header = NAMES.map((name): PageCell => ({
    value: titles[name],
    style: name === 'component' ? 'header' : 'header-right',
  }));
  const components = (['base', 'security'] as const).map((category) => ({
    category,
    component: componentOf(policy, category, language),
  }));
  const days = column(words.tables.orders, words.orders.columns.signedOn);
  return {
    name: words.sheets.figures,
    mark: 'template:figures',
    columnWidths: NAMES.map((name) =>
      name === 'component' ? 16 : STYLES[name] === 'computed-money' ? 17 : 12,
    ),
    rows: [
      ...bandRows(figures.title, figures.note, NAMES.length, 'note'),
      {
        cells: [
          { value: figures.year, style: 'label' },
          { value: SAMPLE_YEAR, formula: `YEAR(MAX(${days}))`, style: 'computed-integer' },
        ],
        height: 20,
      },
      { cells: [], height: 8 },
      { cells: header, height: 30 },
      ...components.map(({ category, component }, index) => ({
        cells: componentRow(component, category, FIRST_ROW + index, language),
        height: 20,
      })),
      {
        cells: totalRow(
          components.map(({ component, category }) =>
            amountOf(component, sampleSales(category), sampleSales()),
          ),
          language,
        ),
        height: 20,
      },
    ],
    merges: [{ row: 1, column: 0, rows: 1, columns: 9 }],
    charts: [],
    frozenRows: FIRST_ROW,
    landscape: true,
    font: fontOf(language),
    gridlines: false,
    tabColor: '#0F766E',
  };
}

function componentRow(
  component: Component,
  category: 'base' | 'security',
  row: number,
  language: Language,
): readonly PageCell[] {
  const values = figuresOf(component, category, language);
  const formulas = figureFormulas(row + 1, component.tiers.length, language);
  return NAMES.map((name): PageCell => {
    const formula = formulas[name];
    return {
      value: values[name],
      style: STYLES[name],
      ...(formula === undefined ? {} : { formula }),
    };
  });
}

/** Formulas of one row: A component, B earning sales, C sales that set the tier. */
function figureFormulas(
  row: number,
  tiers: number,
  language: Language,
): Readonly<Partial<Record<FigureColumn, string>>> {
  const { tables, orders, pipeline } = wordsOf(language);
  const paid = column(tables.orders, orders.columns.paid);
  const days = column(tables.orders, orders.columns.signedOn);
  const year = `${days},">="&DATE(${YEAR_CELL},1,1),${days},"<"&DATE(${YEAR_CELL}+1,1,1)`;
  const [component, sales, tierSales] = [`A${row}`, `B${row}`, `C${row}`];
  const call = (name: string): string =>
    `REBATE_${name}(${sales},${component},${POLICY_NAME},DATE(${YEAR_CELL},12,31),${tierSales})`;
  const deals = `${column(tables.pipeline, pipeline.columns.amount)},${column(tables.pipeline, pipeline.columns.probability)}`;
  return {
    sales: `SUMIFS(${paid},${column(tables.orders, orders.columns.category)},${component},${year})`,
    tierSales: `SUMIFS(${paid},${year})`,
    tier: call('TIER'),
    rate: call('RATE'),
    rebate: call('AMOUNT'),
    gap: call('GAP'),
    gain: call('GAIN'),
    cushion: call('CUSHION'),
    chance: `IF(D${row}>=${tiers},1,REBATE_CHANCE(${tierSales},${deals},D${row}+1,${component},${POLICY_NAME},DATE(${YEAR_CELL},12,31)))`,
    plainTier: plainTier(component, tierSales, language),
    plainRate: plainRate(component, tierSales, `K${row}`, language),
    plainRebate: `ROUND(${sales}*L${row},2)`,
  };
}

function figuresOf(
  component: Component,
  category: 'base' | 'security',
  language: Language,
): Readonly<Record<FigureColumn, string | number>> {
  const sales = sampleSales(category);
  const tierSales = sampleSales();
  const tier = tierAt(component, tierSales);
  const rate = rateAt(component, tierSales);
  return {
    component: wordsOf(language).categories[category],
    sales: yuanNumber(sales),
    tierSales: yuanNumber(tierSales),
    tier,
    rate: rate.toNumber(),
    rebate: yuanNumber(amountOf(component, sales, tierSales)),
    gap: yuanNumber(gapOf(component, tierSales) ?? NO_FEN),
    gain: yuanNumber(gainOf(component, sales, tierSales) ?? NO_FEN),
    cushion: yuanNumber(cushionOf(component, tierSales)),
    chance: nextTierChance(component, tierSales, tier).toNumber(),
    plainTier: tier,
    plainRate: rate.toNumber(),
    plainRebate: yuanNumber(roundFen(rate.times(sales), 'half-up')),
  };
}

function nextTierChance(component: Component, tierSales: Fen, tier: number): Decimal {
  if (tier >= component.tiers.length) return new Decimal(1);
  const chance = chanceOfTier(
    component,
    tierSales,
    SAMPLE_DEALS.map((deal) => fenOf(deal.amount)),
    SAMPLE_DEALS.map((deal) => new Decimal(deal.probability)),
    tier + 1,
  );
  return chance.ok ? chance.value : ZERO;
}

function totalRow(rebates: readonly Fen[], language: Language): readonly PageCell[] {
  const total = yuanNumber(rebates.reduce((sum, rebate) => addFen(sum, rebate), NO_FEN));
  const [first, last] = [FIRST_ROW + 1, FIRST_ROW + rebates.length];
  return NAMES.map((name): PageCell => {
    if (name === 'component')
      return { value: wordsOf(language).figures.total, style: 'total-label' };
    if (name === 'rebate')
      return {
        value: total,
        style: 'total-money',
        formula: `REBATE_TOTAL(A${first}:A${last},B${first}:B${last},${POLICY_NAME},DATE(${YEAR_CELL},12,31))`,
      };
    if (name === 'plainRebate')
      return { value: total, style: 'total-money', formula: `ROUND(SUM(M${first}:M${last}),2)` };
    return { value: null, style: 'total-label' };
  });
}
