import { LONGEST_KEPT_TEXT } from '#domain/bounds.ts';
import { type LocalDate, isoDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import type { EdgeRole } from '#domain/edge/edge-order.ts';
import { Decimal } from '#domain/money/decimal.ts';

/** What the user may set for this workbook; kept in it as a kept text. */
export interface Settings {
  /** First month of the year, 1…12; null: as the policy says. */
  readonly yearStart: number | null;
  /** The day up to which orders count; null: the last day in the ledger. */
  readonly asOf: LocalDate | null;
  /** Share of the next threshold within which the largest orders count as near, 0…1. */
  readonly nearWindow: Decimal;
  /** Roles whose orders are coloured in the sheet. */
  readonly coloured: readonly EdgeRole[];
  /** Order sheets that are not counted, by name. */
  readonly leftOut: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  yearStart: null,
  asOf: null,
  nearWindow: new Decimal('0.1'),
  coloured: ['holds', 'crosses', 'reaches', 'helps', 'near'],
  leftOut: [],
};

export function settingsToText(settings: Settings): string {
  return JSON.stringify({
    yearStart: settings.yearStart,
    asOf: settings.asOf === null ? null : isoDate(settings.asOf),
    nearWindow: settings.nearWindow.toString(),
    coloured: settings.coloured,
    leftOut: settings.leftOut,
  });
}

/**
 * The settings of a kept text; what it does not say, or says wrongly, is as by default: a kept text
 * is the user's to edit.
 */
export function settingsFromText(text: string | undefined): Settings {
  const kept = parsed(text);
  const year = kept['yearStart'];
  const asOf = typeof kept['asOf'] === 'string' ? parseIsoDate(kept['asOf']) : undefined;
  const near =
    typeof kept['nearWindow'] === 'string' && /^0?\.\d+$|^0$|^1$/.test(kept['nearWindow'])
      ? new Decimal(kept['nearWindow'])
      : undefined;
  const coloured: unknown = kept['coloured'];
  return {
    yearStart:
      typeof year === 'number' && Number.isInteger(year) && year >= 1 && year <= 12 ? year : null,
    asOf: asOf ?? null,
    nearWindow: near ?? DEFAULT_SETTINGS.nearWindow,
    coloured: Array.isArray(coloured)
      ? DEFAULT_SETTINGS.coloured.filter((role) => coloured.includes(role))
      : DEFAULT_SETTINGS.coloured,
    leftOut: texts(kept['leftOut']),
  };
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

function parsed(text: string | undefined): { readonly [key: string]: unknown } {
  if (text === undefined || text.length > LONGEST_KEPT_TEXT) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
