import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Fen } from '#domain/money/fen.ts';
import type { Tier } from '#domain/policy/policy.ts';
import { useSpeech } from '../speech.tsx';
import { Decimal } from '#domain/money/decimal.ts';

const useStyles = makeStyles({
  root: { position: 'relative', paddingBottom: tokens.spacingVerticalXL },
  track: {
    position: 'relative',
    height: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: 'border-box',
  },
  part: { position: 'absolute', top: 0, bottom: 0 },
  done: {
    left: 0,
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  // Striped as well as lighter: the pipeline is told apart without colour.
  pipeline: {
    backgroundImage:
      `repeating-linear-gradient(135deg, ${tokens.colorBrandStroke2Contrast} 0 ` +
      `${tokens.strokeWidthThickest}, ${tokens.colorBrandBackground2} ` +
      `${tokens.strokeWidthThickest} calc(2 * ${tokens.strokeWidthThickest}))`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundImage:
        `repeating-linear-gradient(135deg, Highlight 0 ${tokens.strokeWidthThick}, Canvas ` +
        `${tokens.strokeWidthThick} calc(2 * ${tokens.strokeWidthThickest}))`,
    },
  },
  tick: {
    position: 'absolute',
    top: `calc(-1 * ${tokens.spacingVerticalXXS})`,
    height: `calc(${tokens.spacingVerticalM} + 2 * ${tokens.spacingVerticalXXS})`,
    width: tokens.strokeWidthThick,
    marginLeft: `calc(-1 * ${tokens.strokeWidthThin})`,
    backgroundColor: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  label: {
    position: 'absolute',
    top: tokens.spacingVerticalL,
    transform: 'translateX(-50%)',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  atStart: { transform: 'none' },
  atEnd: { transform: 'translateX(-100%)' },
  reached: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface TierBarProps {
  readonly tiers: readonly Tier[];
  readonly tier: number;
  readonly sales: Fen;
  readonly pipeline: Fen;
}

/**
 * Sales from 0 to beyond the next threshold; thresholds are ticks, pending deals a striped, lighter
 * part.
 */
export function TierBar({ tiers, tier, sales, pipeline }: TierBarProps): ReactNode {
  const styles = useStyles();
  const { words, threshold, yuan } = useSpeech();
  const scale = barScale(tiers, tier, sales, pipeline, (each) => labelRoom(threshold(each)));
  const label =
    words.bar.label(yuan(sales), tiers.map((each) => threshold(each.threshold)).join(' · ')) +
    (pipeline > 0 ? ` ${words.bar.withPipeline(yuan(pipeline))}` : '');
  return (
    <div className={styles.root} role="img" aria-label={label}>
      <div className={styles.track}>
        <div
          className={mergeClasses(styles.part, styles.done)}
          style={{ width: share(scale.done) }}
        />
        <div
          className={mergeClasses(styles.part, styles.pipeline)}
          style={{ left: share(scale.done), width: share(scale.pipeline) }}
        />
      </div>
      {scale.ticks.map((tick) => (
        <div key={tick.threshold}>
          <div className={styles.tick} style={{ left: share(tick.at) }} />
          {tick.labelled && (
            <div
              className={mergeClasses(
                styles.label,
                tick.at < NEAR_START && styles.atStart,
                tick.at > NEAR_END && styles.atEnd,
                tick.reached && styles.reached,
              )}
              style={{ left: share(labelAt(tick.at)) }}
            >
              {threshold(tick.threshold)}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

const NEAR_END = 0.86;

/** A label at the end is set from the right, a little beyond its tick. */
const END_ROOM = 0.04;

/** A label at the start is set from the left, within the bar. */
const NEAR_START = 0.1;

export function labelAt(tick: number): number {
  if (tick < NEAR_START) return 0;
  return Math.min(tick + (tick > NEAR_END ? END_ROOM : 0), 1);
}

const share = (part: number): string => `${part * 100}%`;

/** Where things stand on a component's bar, as shares of its length. */
interface BarScale {
  readonly done: number;
  /** Pending deals, drawn after what is done. */
  readonly pipeline: number;
  readonly ticks: readonly {
    readonly threshold: Fen;
    readonly at: number;
    readonly reached: boolean;
    readonly labelled: boolean;
  }[];
}

/** Room that a threshold's label needs at least. */
const LABEL_ROOM = 0.17;
/** What a character of it takes of the bar of the narrowest pane, bold as reached ones are. */
const CHARACTER = 0.024;

/** Longer ones, "¥2,000,000" for 200 万, need more. */
export const labelRoom = (label: string): number => Math.max(LABEL_ROOM, label.length * CHARACTER);

/** What a label takes of the bar: about its tick, or within the bar's ends. */
function spanOf(tick: number, room: number): readonly [from: number, to: number] {
  const at = labelAt(tick);
  const from = tick < NEAR_START ? at : tick > NEAR_END ? at - room : at - room / 2;
  return [from, from + room];
}

/**
 * From 0 to a little beyond the next threshold, the sales or the pipeline, whichever is farthest.
 */
export function barScale(
  tiers: readonly Tier[],
  tier: number,
  sales: Fen,
  pipeline: Fen,
  room: (threshold: Fen) => number = () => LABEL_ROOM,
): BarScale {
  const next = tiers[tier]?.threshold ?? 0;
  const done = Math.max(sales, 0);
  const end = new Decimal(
    Math.max(next, done + Math.max(pipeline, 0), tiers.at(-1)?.threshold === next ? next : 0, 1),
  ).times('1.08');
  const share = (amount: number): number => new Decimal(amount).div(end).toNumber();
  const inside = tiers.filter(
    ({ threshold }) => threshold > 0 && end.greaterThanOrEqualTo(threshold),
  );
  const placed: (readonly [number, number])[] = [];
  const labelled = new Set<Fen>();
  for (const { threshold } of byNeed(inside, next)) {
    const [from, to] = spanOf(share(threshold), room(threshold));
    if (placed.some(([start, end]) => from < end && start < to)) continue;
    placed.push([from, to]);
    labelled.add(threshold);
  }
  return {
    done: share(done),
    pipeline: share(Math.max(pipeline, 0)),
    ticks: inside.map(({ threshold }, index) => ({
      threshold,
      at: share(threshold),
      reached: index < inside.length && threshold <= done,
      labelled: labelled.has(threshold),
    })),
  };
}

/** The next threshold's label first, then the highest ones. */
function byNeed(tiers: readonly Tier[], next: number): readonly Tier[] {
  return [...tiers].sort(
    (a, b) =>
      Number(b.threshold === next) - Number(a.threshold === next) || b.threshold - a.threshold,
  );
}
