import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { monthsOf } from '#domain/calendar/period.ts';
import { NO_FEN } from '#domain/money/fen.ts';
import type { WindowForecast } from '#domain/pipeline/window-forecast.ts';
import type { Window } from '#domain/rebate/window.ts';
import { Figure } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';
import { TierBar } from './TierBar.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  period: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    marginInlineStart: tokens.spacingHorizontalS,
  },
  rebate: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  tiers: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(7.5rem, 1fr))',
    rowGap: tokens.spacingVerticalS,
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
  },
  note: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/**
 * One component's window: how far it is, where it is heading, and the three figures that decide.
 */
export function ComponentCard({
  window,
  forecast,
}: {
  readonly window: Window;
  readonly forecast: WindowForecast | undefined;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, yuan, percent } = speech;
  return (
    <article className={styles.card} aria-label={`${window.component.name} ${window.period.label}`}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          {window.component.name}
          <span className={styles.period}>
            {window.period.label} ({monthsOf(window.period)})
          </span>
        </h2>
        <span className={styles.rebate}>{yuan(window.rebate)}</span>
      </div>
      <TierBar
        tiers={window.component.tiers}
        tier={window.tier}
        sales={window.tierSales}
        pipeline={forecast?.pipeline ?? NO_FEN}
      />
      <dl className={styles.tiers}>
        <Figure
          label={words.figures.current}
          value={tierWords(speech, window, window.tier)}
          strong
        />
        <Figure
          label={words.figures.anticipated}
          value={
            <>
              {anticipated(speech, window, forecast)}
              <Chance forecast={forecast} />
            </>
          }
          strong
        />
      </dl>
      <dl className={styles.figures}>
        <Figure
          label={words.figures.gap}
          value={window.gap === null ? words.figures.topTier : yuan(window.gap)}
        />
        <Figure label={words.figures.cushion} value={yuan(window.cushion)} />
        {window.gain !== null && <Figure label={words.figures.gain} value={yuan(window.gain)} />}
        <Figure
          label={words.figures.breakEven}
          value={
            forecast?.breakEvenDiscount
              ? percent(forecast.breakEvenDiscount.toDecimalPlaces(3))
              : words.figures.none
          }
        />
      </dl>
      {window.blocked && <div className={styles.note}>{words.blocked[window.blocked]}</div>}
    </article>
  );
}

function Chance({ forecast }: { readonly forecast: WindowForecast | undefined }): ReactNode {
  const styles = useStyles();
  const { words, share } = useSpeech();
  if (!forecast?.chanceOfNext) return null;
  return <div className={styles.note}>{words.figures.chance(share(forecast.chanceOfNext))}</div>;
}

/** The most likely tier; a closed window stays where it is. */
function anticipated(speech: Speech, window: Window, forecast: WindowForecast | undefined): string {
  if (forecast === undefined) return tierWords(speech, window, window.tier);
  return forecast.anticipatedTier === null
    ? speech.words.forecast.inexact
    : tierWords(speech, window, forecast.anticipatedTier);
}

function tierWords({ words, percent }: Speech, window: Window, tier: number): string {
  const reached = window.component.tiers[tier - 1];
  return reached
    ? words.figures.tier(tier, percent(reached.rate, reached.rateIsFloor))
    : words.figures.belowFirst;
}
