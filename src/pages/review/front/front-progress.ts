import type { Headline } from '#domain/decision/headline.ts';
import { type Fen, NO_FEN, addFen, subtractFen, sumFen, yuanNumber } from '#domain/money/fen.ts';
import { forecastFor } from '#domain/pipeline/forecast-of-window.ts';
import type { Window } from '#domain/rebate/window.ts';
import { percent, threshold } from '#i18n/format.ts';
import type { PageCell } from '../../page.ts';
import { blank, dash, money, moneyOrDash, text } from '../cells.ts';
import type { Draft } from '../review-input.ts';
import { type ChartScale, chartScale, scaled } from './chart-scale.ts';
import { frontHeadline } from './front-sentence.ts';

/** Components that get a row of their own; the smaller ones stand together. */
const SHOWN = 8;
/** Components whose names fit under their columns; of more, numbers stand there. */
const NAMED = 3;
/** First column of the charts' own figures, outside the printed page. */
export const FEED = 10;
/** Thresholds drawn for a component: those reached and the next two. */
export const MARKS = 4;

/** Where the charts find their figures: one row a component. */
export interface ProgressTable {
  readonly first: number;
  readonly rows: number;
  readonly scale: ChartScale;
  /** What the legend calls the thresholds that are drawn, lowest first. */
  readonly marks: readonly string[];
}

interface Standing {
  readonly name: string;
  /** The window the period lies in, or the component's last. */
  readonly now: Window;
  /** Of all its windows: closed ones belong to the total. */
  readonly rebate: Fen;
}

/** Where each component stands now and may stand at the end; closed windows are in the rebate. */
export function frontProgress(draft: Draft): ProgressTable {
  const { canvas, words, input } = draft;
  const { front } = words;
  heading(draft, front.progress);
  const head = [
    words.columns.component,
    words.columns.window,
    front.tierSales,
    front.tier,
    front.rate,
    words.columns.gap,
    front.gain,
    words.columns.rebate,
  ];
  canvas.row(
    head.map((title, at): PageCell => ({
      value: title,
      style: at < 2 ? 'header' : at === 3 || at === 4 ? 'header-center' : 'header-right',
    })),
    { height: 20 },
  );
  const all = standings(draft);
  const shown = rowsOfTheirOwn(draft, all);
  const rest = all.filter((standing) => !shown.includes(standing));
  const first = canvas.next;
  const feeding = { scale: scaleOf(draft, shown), numbered: shown.length > NAMED };
  shown.forEach((standing, at) => standingRow(draft, standing, at + 1, feeding));
  if (rest.length > 0) sumRow(draft, front.others(rest.length), rest, 'text');
  const listed = sumFen(all.map(({ rebate }) => rebate));
  const between = subtractFen(input.rebate.total, listed);
  if (between !== NO_FEN) {
    const row = sumRow(draft, front.notInWindows, [], 'text');
    canvas.set(row, 8, money(between));
  }
  const total = sumRow(draft, words.total, [], 'total-label');
  canvas.set(total, 8, money(input.rebate.total, 'total-money'));
  return { first, rows: shown.length, scale: feeding.scale, marks: markNames(draft, shown) };
}

/** How the chart is fed: in which unit, and by names or numbers. */
interface Feeding {
  readonly scale: ChartScale;
  readonly numbered: boolean;
}

function scaleOf({ input, options }: Draft, shown: readonly Standing[]): ChartScale {
  const drawn = shown.flatMap(({ now }) => [
    now.single ? addFen(now.tierSales, pipelineOf(input, now)) : NO_FEN,
    ...drawnTiers(now).map(({ threshold: from }) => from),
  ]);
  return chartScale(drawn.map(yuanNumber), options.language);
}

const pipelineOf = ({ forecast }: Draft['input'], { id }: Window): Fen =>
  forecastFor(forecast, id)?.pipeline ?? NO_FEN;

/** The tiers whose thresholds are drawn: those around where the window stands. */
function drawnTiers({ single, component, tier }: Window): Window['component']['tiers'] {
  if (!single || component.measure.kind !== 'sales') return [];
  const { tiers } = component;
  const from = Math.max(0, Math.min(tiers.length - MARKS, tier + 1 - (MARKS - 1)));
  return tiers.slice(from, from + MARKS);
}

/** By number where all components begin with their first; of one component with its amounts. */
function markNames({ words, options }: Draft, shown: readonly Standing[]): readonly string[] {
  const { front } = words;
  const only = shown.length === 1 ? shown[0]?.now : undefined;
  const isFromFirst = shown.every(({ now }) => {
    const [first] = drawnTiers(now);
    return first === undefined || first === now.component.tiers[0];
  });
  return Array.from({ length: MARKS }, (_, mark) => {
    const tier = only === undefined ? undefined : drawnTiers(only)[mark];
    if (tier !== undefined) return front.thresholdOf(threshold(tier.threshold, options.language));
    return isFromFirst ? front.threshold(mark + 1) : front.anyThreshold;
  });
}

/** Largest rebate first, so that what is left to "others" is the least. */
function standings({ input, windows }: Draft): readonly Standing[] {
  const byComponent = new Map<string, Window[]>();
  for (const window of input.rebate.windows)
    byComponent.set(window.component.id, [...(byComponent.get(window.component.id) ?? []), window]);
  return [...byComponent.values()]
    .flatMap((own): Standing[] => {
      const now = own.findLast((window) => windows.includes(window)) ?? own.at(-1);
      return now === undefined
        ? []
        : [
            {
              name: now.component.name,
              now,
              rebate: sumFen(own.map(({ rebate }) => rebate)),
            },
          ];
    })
    .sort((a, b) => b.rebate - a.rebate);
}

/** The largest, and whatever the one sentence speaks of: what it says is found below it. */
function rowsOfTheirOwn(draft: Draft, all: readonly Standing[]): readonly Standing[] {
  if (all.length <= SHOWN) return all;
  const headline = frontHeadline(draft);
  const told = all.filter(({ now }) => headline !== undefined && isTold(headline, now));
  const kept = new Set([...new Set([...told, ...all])].slice(0, SHOWN - 1));
  return all.filter((standing) => kept.has(standing));
}

const isTold = (headline: Headline, { open, period, gap, gain, cushion }: Window): boolean =>
  open &&
  period.to === headline.period.to &&
  (headline.kind === 'reach'
    ? gain !== null && gap === headline.gap
    : cushion === headline.cushion);

function standingRow(
  draft: Draft,
  { name, now, rebate }: Standing,
  number: number,
  { scale, numbered }: Feeding,
): void {
  const { canvas, input, words, nameOf } = draft;
  const ahead = forecastFor(input.forecast, now.id);
  const next = ahead?.anticipatedTier ?? null;
  const tier = now.single ? `${now.tier}` : '–';
  const rate = now.single ? percent(now.rate) : '–';
  const later =
    !now.single || ahead?.anticipatedRate === null || ahead?.anticipatedRate === undefined
      ? rate
      : percent(ahead.anticipatedRate);
  const row = canvas.row(
    [
      text(numbered ? `${number} ${nameOf(name)}` : nameOf(name), 'label'),
      text(now.open ? now.period.label : `${now.period.label} ${words.closed}`),
      now.component.accumulate === 'order' ? dash() : money(now.tierSales),
      text(
        !now.single || next === null || next === now.tier ? tier : `${tier} → ${next}`,
        'center',
      ),
      text(later === rate ? rate : `${rate} → ${later}`, 'center'),
      moneyOrDash(now.gap),
      moneyOrDash(now.gain, 'money-good'),
      money(rebate, 'money-strong'),
    ],
    { height: 18 },
  );
  feed(draft, row, now, scale, numbered ? `${number}` : nameOf(name));
}

/** What the chart draws. */
function feed(
  { canvas, input }: Draft,
  row: number,
  now: Window,
  scale: ChartScale,
  name: string,
): void {
  const put = (column: number, amount: Fen | null): void =>
    canvas.set(row, FEED + column, {
      value: amount === null ? null : scaled(yuanNumber(amount), scale),
      style: 'computed-plain',
    });
  canvas.set(row, FEED, { value: name, style: 'computed-plain' });
  put(1, now.single && now.tierSales > 0 ? now.tierSales : NO_FEN);
  put(2, pipelineOf(input, now));
  const tiers = drawnTiers(now);
  if (tiers.length > 0)
    for (let mark = 0; mark < MARKS; mark += 1) put(3 + mark, tiers[mark]?.threshold ?? null);
}

function sumRow(
  { canvas }: Draft,
  name: string,
  parts: readonly Standing[],
  style: 'text' | 'total-label',
): number {
  const row = canvas.row(
    Array.from({ length: 8 }, (_, at) => (at === 0 ? text(name, style) : blank(style))),
    { height: 18 },
  );
  const sum = parts.reduce((total, { rebate }) => addFen(total, rebate), NO_FEN);
  canvas.set(row, 8, money(sum, style === 'text' ? 'money' : 'total-money'));
  return row;
}

export function heading({ canvas }: Draft, title: string): void {
  canvas.gap(7);
  const row = canvas.row([text(title, 'subsection')], { height: 19 });
  for (let column = 2; column <= 8; column += 1) canvas.set(row, column, blank('subsection'));
}
