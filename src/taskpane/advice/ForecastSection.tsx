import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ForecastView, PictureView } from '#application/advise/forecast-view.ts';
import { Figure } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';
import { DistributionPicture } from './DistributionPicture.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/**
 * What the pending deals may bring: the exact expectation, and where the sales that set the tier
 * may end.
 */
export function ForecastSection({ forecast }: { readonly forecast: ForecastView }): ReactNode {
  const styles = useStyles();
  const { words, yuan } = useSpeech();
  if (forecast.likely === 0 && forecast.unsaid === 0) return null;
  return (
    <section className={styles.section} aria-label={words.forecast.title}>
      <h2 className={styles.title}>{words.forecast.title}</h2>
      <dl className={styles.figures}>
        <Figure label={words.forecast.committed} value={yuan(forecast.committed)} />
        <Figure
          label={words.forecast.expected}
          value={forecast.expected === null ? words.forecast.inexact : yuan(forecast.expected)}
          strong
        />
        <Figure label={words.forecast.everything} value={yuan(forecast.everything)} />
      </dl>
      {forecast.expected !== null && forecast.expected !== forecast.ofExpectedSales && (
        <p className={styles.quiet}>{words.forecast.averages(yuan(forecast.ofExpectedSales))}</p>
      )}
      {forecast.unsaid > 0 && (
        <p className={styles.quiet}>{words.forecast.unsaid(forecast.unsaid)}</p>
      )}
      {forecast.likely > 0 &&
        forecast.pictures.map((window) => (
          <WindowPicture key={`${window.components.join()}${window.period}`} window={window} />
        ))}
    </section>
  );
}

function WindowPicture({ window }: { readonly window: PictureView }): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, yuan } = speech;
  const name = `${window.components.map(speech.category).join(' · ')} ${window.period}`;
  const chances = chanceText(window, speech);
  return (
    <div className={styles.card}>
      <div className={styles.name}>{name}</div>
      <DistributionPicture picture={window.picture} label={words.forecast.picture(name, chances)} />
      <p className={styles.quiet}>{chances}</p>
      {window.runRate && (
        <p className={styles.quiet}>
          {words.forecast.pace[window.runRate.basis](
            yuan(window.runRate.projected),
            window.runRate.tier,
          )}
        </p>
      )}
    </div>
  );
}

/** "2 档 23% · 3 档 77%": tiers that can be reached at all. */
function chanceText({ chances }: PictureView, { words, chance: percent }: Speech): string {
  if (!chances.ok) return words.forecast.inexact;
  return chances.value
    .flatMap((chance, tier) =>
      chance.isZero() ? [] : [words.forecast.chance(tier, percent(chance))],
    )
    .join(' · ');
}
