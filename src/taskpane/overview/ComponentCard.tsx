import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { monthsOf } from '#domain/calendar/period.ts';
import { NO_FEN } from '#domain/money/fen.ts';
import type { WindowForecast } from '#domain/pipeline/window-forecast.ts';
import type { Window } from '#domain/rebate/window.ts';
import { Figure } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';
import { MemberList } from '../MemberList.tsx';
import { TierBar } from './TierBar.tsx';
import { gapWords, tierWords } from './tier-words.ts';

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
  const { yuan } = speech;
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
      {window.members === null ? (
        <Standing window={window} forecast={forecast} />
      ) : (
        <MemberList members={window.members} component={window.component} />
      )}
      {notes(window, speech).map((note) => (
        <div key={note} className={styles.note}>
          {note}
        </div>
      ))}
    </article>
  );
}

/** The bar and the figures of a partner as one. */
function Standing({
  window,
  forecast,
}: {
  readonly window: Window;
  readonly forecast: WindowForecast | undefined;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, yuan, percent } = speech;
  const ahead = anticipated(speech, window, forecast);
  return (
    <>
      {window.level === null && window.single && (
        <TierBar
          tiers={window.component.tiers}
          tier={window.tier}
          sales={window.tierSales}
          pipeline={forecast?.pipeline ?? NO_FEN}
        />
      )}
      <dl className={styles.tiers}>
        <Figure
          label={words.figures.current}
          value={tierWords(speech, window, window.tier)}
          strong
        />
        <Figure
          label={words.figures.anticipated}
          meaning={words.terms.anticipated}
          value={
            <>
              {ahead}
              <Chance forecast={forecast} />
            </>
          }
          strong
        />
      </dl>
      <dl className={styles.figures}>
        <Figure
          label={words.figures.gap}
          meaning={words.terms.gap}
          value={gapWords(speech, window)}
        />
        <Figure
          label={words.figures.cushion}
          meaning={words.terms.cushion}
          value={window.single && window.level === null ? yuan(window.cushion) : words.figures.none}
        />
        {window.gain !== null && (
          <Figure label={words.figures.gain} meaning={words.terms.gain} value={yuan(window.gain)} />
        )}
        <Figure
          label={words.figures.breakEven}
          meaning={words.terms.breakEven}
          value={
            forecast?.breakEvenDiscount
              ? percent(forecast.breakEvenDiscount.toDecimalPlaces(3))
              : words.figures.none
          }
        />
      </dl>
    </>
  );
}

/** Why it pays nothing or not yet, with its particulars where they are known. */
function notes({ blocked, reason, note }: Window, { words, say }: Speech): readonly string[] {
  return [
    ...(reason ? [say(reason)] : blocked ? [words.blocked[blocked]] : []),
    ...(note ? [say(note)] : []),
  ];
}

function Chance({ forecast }: { readonly forecast: WindowForecast | undefined }): ReactNode {
  const styles = useStyles();
  const { words, chance } = useSpeech();
  if (!forecast?.chanceOfNext) return null;
  return <div className={styles.note}>{words.figures.chance(chance(forecast.chanceOfNext))}</div>;
}

/** The most likely tier; a closed window stays where it is. */
function anticipated(speech: Speech, window: Window, forecast: WindowForecast | undefined): string {
  if (forecast === undefined) return tierWords(speech, window, window.tier);
  return forecast.anticipatedTier === null
    ? speech.words.forecast.inexact
    : tierWords(speech, window, forecast.anticipatedTier);
}
