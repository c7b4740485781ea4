import type { PageStyle } from './page.ts';

/**
 * What a named style looks like. Both adapters draw from this table, so that both write the same
 * page.
 */
export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Places between the cell's edge and its text. */
  readonly indent?: number;
  /** Excel's en-US codes; absent: General. */
  readonly numberFormat?: string;
  readonly top?: Rule;
  readonly bottom?: Rule;
}

export interface Rule {
  readonly weight: 'hair' | 'thin' | 'medium';
  readonly color: string;
}

const INK = '#1F2A37';
const NAVY = '#1F3A5F';
const TEAL = '#0F766E';
const AMBER = '#9A5B00';
const GREY = '#5B6775';
const PALE = '#F3F6FA';
const WHITE = '#FFFFFF';
const LINE: Rule = { weight: 'thin', color: '#E1E6ED' };
/** Under figures that follow the orders. */
const LIVE: Rule = { weight: 'thin', color: '#7FC4BB' };
const STRONG: Rule = { weight: 'thin', color: '#8896A6' };

/**
 * Four calm fills for the order rows, their legend and the edge list: what is at risk, what moved,
 * what is within reach, what is close.
 */
export const ROLE_FILLS = {
  holds: '#FCE4D6',
  crosses: '#FFF2CC',
  reaches: '#E2EFDA',
  helps: '#E2EFDA',
  near: '#E4DFEC',
} as const;

const MONEY = '#,##0.00';
const RATE = '0.00%';
const CHANCE = '[=0]0%;[<0.001]"<0.1%";0.0%';
const DATE = 'yyyy-mm-dd';
const row: Look = { size: 10, color: INK, bottom: LINE };
/** Texts stand a place away from the figures before them. */
const body: Look = { ...row, indent: 1 };
const input: Look = { size: 10, color: INK, bottom: LINE };
const typed: Look = { ...input, indent: 1 };
const computed: Look = { size: 10, color: GREY, fill: PALE, align: 'right', bottom: LINE };
const figure: Look = { size: 15, bold: true, color: NAVY, fill: PALE, align: 'left', indent: 1 };
const head: Look = { size: 9.5, bold: true, color: GREY, fill: PALE, bottom: STRONG, wrap: true };
const total: Look = { size: 10, bold: true, color: INK, top: STRONG, bottom: STRONG };

/** Vertical alignment is centred in every style. */
export const PAGE_LOOK: Readonly<Record<PageStyle, Look>> = {
  title: { size: 18, bold: true, color: WHITE, fill: NAVY, indent: 1 },
  subtitle: { size: 10, color: '#D9E2EE', fill: NAVY, indent: 1 },
  section: { size: 13, bold: true, color: NAVY, bottom: { weight: 'medium', color: NAVY } },
  subsection: { size: 10, bold: true, color: TEAL },
  header: { ...head, indent: 1 },
  'header-right': { ...head, align: 'right' },
  'header-center': { ...head, align: 'center' },
  text: body,
  wrapped: { ...body, wrap: true },
  center: { ...row, align: 'center' },
  label: { ...body, bold: true },
  plain: { size: 10, color: INK, wrap: true, indent: 1 },
  note: { size: 9, color: GREY, wrap: true, indent: 1 },
  notice: { size: 10, color: AMBER, fill: '#FFF6E5', wrap: true, indent: 1 },
  link: { ...body, color: '#1D5FA8', underline: true },
  money: { ...row, align: 'right', numberFormat: MONEY },
  'money-strong': { ...row, bold: true, align: 'right', numberFormat: MONEY },
  'money-good': { ...row, bold: true, color: TEAL, align: 'right', numberFormat: MONEY },
  'money-warn': { ...row, bold: true, color: AMBER, align: 'right', numberFormat: MONEY },
  /** Zero is a dash: a formula's nothing. */
  'money-quiet': { ...row, align: 'right', numberFormat: '#,##0.00;-#,##0.00;"–"' },
  rate: { ...row, align: 'right', numberFormat: RATE },
  chance: { ...row, align: 'right', numberFormat: CHANCE },
  integer: { ...row, align: 'right', numberFormat: '#,##0' },
  date: { ...row, align: 'center', numberFormat: DATE },
  'total-label': { ...total, indent: 1 },
  'total-money': { ...total, align: 'right', numberFormat: MONEY },
  'total-chance': { ...total, align: 'right', numberFormat: CHANCE },
  good: { ...body, bold: true, color: TEAL },
  warn: { ...body, bold: true, color: AMBER },
  holds: { ...body, fill: ROLE_FILLS.holds, wrap: true },
  crosses: { ...body, fill: ROLE_FILLS.crosses, wrap: true },
  reaches: { ...body, fill: ROLE_FILLS.reaches, wrap: true },
  helps: { ...body, fill: ROLE_FILLS.helps, wrap: true },
  near: { ...body, fill: ROLE_FILLS.near, wrap: true },
  'figure-label': { size: 9.5, color: GREY, fill: PALE, indent: 1 },
  'figure-money': { ...figure, numberFormat: MONEY },
  'figure-rate': { ...figure, numberFormat: RATE },
  'figure-text': figure,
  'figure-note': { size: 9.5, color: GREY, fill: PALE, wrap: true, indent: 1 },
  input: typed,
  'input-id': { ...typed, numberFormat: '@' },
  'input-money': { ...input, align: 'right', numberFormat: MONEY },
  'input-rate': { ...input, align: 'right', numberFormat: RATE },
  'input-center': { ...input, align: 'center' },
  'input-date': { ...input, align: 'center', numberFormat: DATE },
  'input-integer': { ...input, align: 'right', numberFormat: '0' },
  'computed-money': { ...computed, numberFormat: MONEY },
  'computed-rate': { ...computed, numberFormat: RATE },
  'computed-integer': { ...computed, numberFormat: '0' },
  'computed-text': { ...computed, align: 'left', indent: 1 },
  'computed-plain': { size: 9, color: GREY, align: 'right' },
  'computed-date': { ...computed, align: 'center', numberFormat: DATE },
  'money-live': { ...row, align: 'right', numberFormat: MONEY, bottom: LIVE },
  'money-strong-live': { ...row, bold: true, align: 'right', numberFormat: MONEY, bottom: LIVE },
  'money-good-live': {
    ...row,
    bold: true,
    color: TEAL,
    align: 'right',
    numberFormat: MONEY,
    bottom: LIVE,
  },
  'money-quiet-live': {
    ...row,
    align: 'right',
    numberFormat: '#,##0.00;-#,##0.00;"–"',
    bottom: LIVE,
  },
  'rate-live': { ...row, align: 'right', numberFormat: RATE, bottom: LIVE },
  'integer-live': { ...row, align: 'right', numberFormat: '#,##0', bottom: LIVE },
  'figure-money-live': { ...figure, numberFormat: MONEY, bottom: LIVE },
  headline: { size: 14, bold: true, color: NAVY, wrap: true, indent: 1 },
  'link-wrapped': { ...body, wrap: true },
  'label-wrapped': { ...body, bold: true, wrap: true },
  'right-wrapped': { ...row, align: 'right', wrap: true },
  'center-wrapped': { ...row, align: 'center', wrap: true },
};
