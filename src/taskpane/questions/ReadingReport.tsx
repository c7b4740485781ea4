import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { LeftOutView, RowMeaning } from '#application/analyze/left-out-view.ts';
import { COUNT_ANYWAY } from '#domain/ledger/left-out-rows.ts';
import { Sentences } from '../Findings.tsx';
import { type Speech, useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  head: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  place: { flexGrow: 1 },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  row: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const FIRST = 10;

export interface ReadingReportProps {
  readonly view: AnalysisView;
  readonly onAnswer: (answers: { readonly [key: string]: string | null }) => void;
  readonly onShow: (sheet: string, row: number) => void;
  /** Tells of the row the user selects in the sheet; returns how to stop. */
  readonly onRowSelected: ((told: (sheet: string, row: number) => void) => () => void) | undefined;
  readonly rowMeaning: (sheet: string, row: number) => Promise<RowMeaning | null>;
}

/**
 * How the sheet was read: rows by kind, the user's own totals, columns nobody reads; what was left
 * out, row by row, to look at and to count after all; and what any row selected in the sheet is.
 */
export function ReadingReport(props: ReadingReportProps): ReactNode {
  const { view, onAnswer, onShow } = props;
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <div className={styles.root}>
      <SelectedRow {...props} />
      <Sentences facts={view.report} />
      {view.leftOut.map((group) => (
        <section key={`${group.sheet} ${group.kind}`}>
          <h3 className={styles.title}>
            {words.rows.leftOut(group.sheet, words.rows.kinds[group.kind], group.count)}
          </h3>
          <LeftOutRows group={group} onAnswer={onAnswer} onShow={onShow} />
        </section>
      ))}
    </div>
  );
}

function LeftOutRows({
  group,
  onAnswer,
  onShow,
}: { readonly group: LeftOutView } & Pick<ReadingReportProps, 'onAnswer' | 'onShow'>): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, count } = speech;
  const [shown, setShown] = useState(FIRST);
  return (
    <ul className={styles.list}>
      {group.rows.slice(0, shown).map((row) => (
        <li key={row.key}>
          <div className={styles.head}>
            <span className={styles.place}>
              <Link as="button" inline onClick={() => onShow(row.sheet, row.row)}>
                {words.edges.row(count(row.row))}
              </Link>{' '}
              {aboutRow(row, speech)}
            </span>
            <Button
              size="small"
              aria-label={`${words.rows.countIt} ${words.edges.row(count(row.row))}`}
              onClick={() => onAnswer({ [row.key]: COUNT_ANYWAY })}
            >
              {words.rows.countIt}
            </Button>
          </div>
          {row.fact && <div className={styles.quiet}>{speech.say(row.fact)}</div>}
        </li>
      ))}
      {group.rows.length > shown && (
        <li>
          <Link as="button" onClick={() => setShown(shown + 5 * FIRST)}>
            {words.rows.more(count(group.count - shown))}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** The kind of the row that is selected in the sheet, and why. */
function SelectedRow({ onRowSelected, rowMeaning }: ReadingReportProps): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, count } = speech;
  const [row, setRow] = useState<RowMeaning | null>(null);
  useEffect(
    () =>
      onRowSelected?.((sheet, at) => {
        rowMeaning(sheet, at).then(setRow, () => setRow(null));
      }),
    [onRowSelected, rowMeaning],
  );
  if (onRowSelected === undefined) return null;
  if (row === null) return <div className={styles.quiet}>{words.rows.selectHint}</div>;
  return (
    <div className={styles.row} role="status">
      <div>
        {`${words.edges.row(count(row.row))} · ` +
          `${words.rows.kinds[row.kind]} ${aboutRow(row, speech)}`}
      </div>
      {row.fact && <div className={styles.quiet}>{speech.say(row.fact)}</div>}
    </div>
  );
}

function aboutRow({ orderId, customer, day, amount }: RowMeaning, speech: Speech): string {
  return [
    orderId,
    customer,
    day === null ? '' : speech.day(day),
    amount === null ? '' : speech.yuan(amount),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
