import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TierPicture } from '#domain/pipeline/tier-picture.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    height: '6rem',
    marginBottom: tokens.spacingVerticalXL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  bar: {
    position: 'absolute',
    bottom: 0,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2Contrast}`,
    borderBottomWidth: 0,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Canvas',
      borderTopColor: 'CanvasText',
      borderLeftColor: 'CanvasText',
      borderRightColor: 'CanvasText',
    },
  },
  beyond: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  threshold: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralForeground2}`,
  },
  label: {
    position: 'absolute',
    top: `calc(100% + ${tokens.spacingVerticalXXS})`,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  middle: {
    transform: 'translateX(-50%)',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
});

/** Where the sales may end: a bar's height is its chance, dashed lines are the thresholds. */
export function DistributionPicture({
  picture,
  label,
}: {
  readonly picture: TierPicture;
  readonly label: string;
}): ReactNode {
  const styles = useStyles();
  const { threshold } = useSpeech();
  const bars = picture.bars.filter((bar) => !bar.chance.isZero());
  const low = Math.min(...bars.map((bar) => bar.from));
  const high = Math.max(...bars.map((bar) => bar.to), low + 1);
  const most = bars.reduce((tallest, bar) => Decimal.max(tallest, bar.chance), new Decimal(0));
  const at = (amount: number): number =>
    new Decimal(amount - low)
      .div(high - low)
      .times(100)
      .toNumber();
  const inside = picture.thresholds.filter((each) => each > low && each < high);
  const first = inside[0];
  return (
    <div className={styles.root} role="img" aria-label={label}>
      {bars.map((bar) => (
        <div
          key={bar.from}
          className={mergeClasses(
            styles.bar,
            first !== undefined && bar.from >= first && styles.beyond,
          )}
          style={{
            left: `${at(bar.from)}%`,
            width: `${Math.max(at(bar.to) - at(bar.from), NARROWEST)}%`,
            height: `${bar.chance.div(most).times(TALLEST).toNumber()}%`,
          }}
        />
      ))}
      {inside.map((each) => (
        <div key={each}>
          <div className={styles.threshold} style={{ left: `${at(each)}%` }} />
          <span
            className={mergeClasses(styles.label, styles.middle)}
            style={{ left: `${Math.min(Math.max(at(each), EDGE), 100 - EDGE)}%` }}
          >
            {threshold(each)}
          </span>
        </div>
      ))}
    </div>
  );
}

/**
 * Per cent of the picture: the thinnest bar that can be seen, the tallest bar, and how near the
 * edge a label may come.
 */
const NARROWEST = 1.5;
const TALLEST = 92;
const EDGE = 9;
