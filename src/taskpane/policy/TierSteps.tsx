import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import type { Component, Tier } from '#domain/policy/policy.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    height: '7.5rem',
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    height: '100%',
  },
  rate: {
    textAlign: 'center',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  bonus: {
    textAlign: 'center',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  block: {
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    backgroundColor: tokens.colorNeutralBackground5,
    // A tier to come is an outline: a fill alone is lost on a dark card.
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderBottomWidth: 0,
    minHeight: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
  },
  reached: {
    backgroundColor: tokens.colorBrandBackground2,
    borderTopColor: tokens.colorBrandStroke2Contrast,
    borderLeftColor: tokens.colorBrandStroke2Contrast,
    borderRightColor: tokens.colorBrandStroke2Contrast,
  },
  here: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  threshold: {
    paddingTop: tokens.spacingVerticalXXS,
    borderTop: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    textAlign: 'center',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  hereText: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/**
 * The tiers as stairs: a step's height is its rate, its foot the threshold; the tier reached stands
 * out.
 */
export function TierSteps({
  component,
  tier,
}: {
  readonly component: Component;
  readonly tier: number | null;
}): ReactNode {
  const styles = useStyles();
  const { words, threshold, percent } = useSpeech();
  const highest = component.tiers.reduce(
    (most, each) => Decimal.max(most, each.rate),
    new Decimal(0),
  );
  const steps = component.tiers.map((each, index) => ({
    ...each,
    number: index + 1,
    share: highest.isZero() ? 0 : each.rate.div(highest).times(MOST).toNumber(),
  }));
  const first = steps[0];
  const begins = first?.level ?? first?.ofBaseline ?? new Decimal(first?.threshold ?? 0);
  const below =
    first && begins.greaterThan(0) ? [{ ...BELOW, cell: first.cell, number: 0, share: 0 }] : [];
  return (
    <ol className={styles.steps} start={0}>
      {[...below, ...steps].map((step) => {
        const label = words.policy.tierLabel(
          step.number,
          startOf(step, threshold),
          percent(step.rate, step.rateIsFloor),
        );
        return (
          <li
            key={step.number}
            className={styles.step}
            aria-label={step.number === tier ? `${label}, ${words.policy.youAreHere}` : label}
            {...(step.number === tier ? { 'aria-current': 'step' } : {})}
          >
            <div className={styles.rate}>{percent(step.rate, step.rateIsFloor)}</div>
            {step.bonus > 0 && <div className={styles.bonus}>{`+${threshold(step.bonus)}`}</div>}
            <div
              className={mergeClasses(
                styles.block,
                tier !== null && step.number < tier && styles.reached,
                step.number === tier && styles.here,
              )}
              style={{ height: `${step.share}%` }}
            />
            <div
              className={mergeClasses(styles.threshold, step.number === tier && styles.hereText)}
            >
              {startOf(step, threshold)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** In yuan, in the unit of the measure (5 customers, 30%), or as a part of the baseline (110%). */
function startOf(
  { threshold, level, levelIsPercent, ofBaseline }: Tier,
  yuan: (amount: Fen) => string,
): string {
  const percent = (part: Decimal): string => `${part.times(100).toString()}%`;
  if (ofBaseline !== undefined) return percent(ofBaseline);
  if (level === undefined) return yuan(threshold);
  return levelIsPercent === true ? percent(level) : level.toString();
}

const BELOW = { threshold: NO_FEN, rate: new Decimal(0), rateIsFloor: false, bonus: NO_FEN };

/** Per cent of the height that the highest step takes; the rest is for the words. */
const MOST = 58;
