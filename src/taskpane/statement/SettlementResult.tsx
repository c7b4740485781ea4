import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CopyRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { SettlementView } from '#application/reconcile/settlement-view.ts';
import { failureOf } from '../failure.ts';
import { Amounts, Figure } from '../figures.tsx';
import { Sentences } from '../Findings.tsx';
import type { PaneHost } from '../pane-services.ts';
import { useSpeech, type PaneWords } from '../speech.tsx';
import { CauseCard } from './CauseCard.tsx';
import type { Reading, ReadingField } from '#domain/settlement/reading.ts';
import { settlementSpeech } from './settlement-speech.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  letter: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxHeight: '16rem',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
    alignItems: 'center',
  },
});

interface SettlementResultProps {
  readonly view: SettlementView;
  readonly host: PaneHost;
  readonly orders: AnalysisView['orders'];
  readonly onShow: (sheet: string, row: number) => void;
  readonly onAnother: () => void;
}

/** Three figures, then the causes by yuan, how the vendor reads the policy, and the letter. */
export function SettlementResult({
  view,
  host,
  onShow,
  onAnother,
}: SettlementResultProps): ReactNode {
  const styles = useStyles();
  const { words, language, yuan, count } = useSpeech();
  const [copied, setCopied] = useState(false);
  const letter = view.letter[language];
  return (
    <div className={styles.root}>
      <dl className={styles.figures}>
        <Figure label={words.statement.ledger} value={yuan(view.totals.ledger)} />
        <Figure label={words.statement.statement} value={yuan(view.totals.statement)} />
        <Figure label={words.statement.difference} value={yuan(view.totals.difference)} strong />
      </dl>
      <p className={styles.quiet}>
        <CheckmarkCircleRegular />
        {view.causes.length === 0
          ? words.statement.all
          : words.statement.agrees(count(view.agreeing))}
      </p>
      {view.causes.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{words.statement.causes}</h2>
          {view.causes.map((cause) => (
            <CauseCard key={cause.cause} cause={cause} onShow={onShow} />
          ))}
        </section>
      )}
      {view.reading && <ReadingCard reading={view.reading} />}
      {view.facts.length > 0 && <Sentences facts={view.facts} />}
      <section className={styles.section}>
        <h2 className={styles.title}>{words.statement.letter}</h2>
        <pre className={styles.letter} tabIndex={0}>
          <Amounts text={letter} />
        </pre>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            icon={<CopyRegular />}
            onClick={() => {
              host.copyText(letter).then(() => setCopied(true), failureOf);
            }}
          >
            {words.statement.copyLetter}
          </Button>
          <Button onClick={onAnother}>{words.statement.another}</Button>
          {copied && <span role="status">{words.done.copied}</span>}
        </div>
      </section>
    </div>
  );
}

const useReadingStyles = makeStyles({
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
function ReadingCard({
  reading,
}: {
  readonly reading: NonNullable<SettlementView['reading']>;
}): ReactNode {
  const styles = useReadingStyles();
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
