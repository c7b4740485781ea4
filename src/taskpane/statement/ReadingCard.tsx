import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SettlementView } from '#application/reconcile/settlement-view.ts';
import type { Reading, ReadingField } from '#domain/settlement/reading.ts';
import { type PaneWords, useSpeech } from '../speech.tsx';
import { settlementSpeech } from './settlement-speech.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  field: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
});

/**
 * The reading of the policy that reproduces the statement best, field by field, beside the one in
 * force.
 */
export function ReadingCard({
  reading,
}: {
  readonly reading: NonNullable<SettlementView['reading']>;
}): ReactNode {
  const styles = useStyles();
  const { words, language } = useSpeech();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.statement.readingTitle}</h2>
      <p className={styles.text}>{words.statement.readingFits(reading.agreeing, reading.of)}</p>
      <dl className={styles.list}>
        {reading.tried
          .filter((field) => !reading.undecided.includes(field))
          .map((field) => (
            <div key={field} style={CONTENTS}>
              <dt className={styles.field}>{words.reading.fields[field]}</dt>
              <dd className={styles.value}>{valueText(field, reading, words)}</dd>
            </div>
          ))}
      </dl>
      {reading.undecided.length > 0 && (
        <p className={styles.text}>
          {words.reading.open(
            settlementSpeech(language).undecided,
            reading.undecided.map((field) => words.reading.fields[field]),
          )}
        </p>
      )}
    </section>
  );
}

const CONTENTS = { display: 'contents' } as const;

function valueText(
  field: ReadingField,
  { best, inForce }: NonNullable<SettlementView['reading']>,
  words: PaneWords,
): string {
  const said = words.reading.values[best[field] as Reading[ReadingField]];
  return best[field] === inForce[field] ? `${said} (${words.statement.sameReading})` : said;
}
