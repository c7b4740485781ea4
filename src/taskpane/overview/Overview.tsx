import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { Settings } from '#application/memory/settings.ts';
import { Figure } from '../figures.tsx';
import type { Answered } from '../pane-state.ts';
import type { Tab } from '../tabs.ts';
import { type Speech, useSpeech } from '../speech.tsx';
import type { Pane } from '../use-pane.ts';
import { latePart, Part } from '../LatePart.tsx';
import type { ReadingReportProps } from '../questions/ReadingReport.tsx';
import { beyondWindows } from '#domain/rebate/beyond-windows.ts';
import { ClosedWindows } from './ClosedWindows.tsx';
import { ComponentCard } from './ComponentCard.tsx';
import { Findings, Warnings } from '../Findings.tsx';
import { headlines } from '#domain/decision/headline.ts';
import { forecastFor } from '#domain/pipeline/forecast-of-window.ts';
import { Headlines } from './Headlines.tsx';
import { type Need, NeedsYou } from './NeedsYou.tsx';
import { ChangeList } from './ChangeList.tsx';
import { unknownHeaders } from './unknown-headers.ts';

const CountedSheets = lazy(() =>
  import('./CountedSheets.tsx').then((module) => ({ default: module.CountedSheets })),
);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  totals: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    // Side by side where they fit: an amount is never parted.
    '& > *': { flex: '1 1 0', minWidth: 'max-content' },
  },
  basis: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  example: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface OverviewProps {
  readonly view: AnalysisView;
  readonly answered: Answered;
  readonly settings: Settings;
  readonly pane: Pick<Pane, 'analyze' | 'answer' | 'answerGroup' | 'mapHeader'>;
  /** The sheet was edited after the run. */
  readonly stale: boolean;
  readonly onShow: (sheet: string, row: number) => void;
  readonly goTo: (tab: Tab) => void;
  readonly onRowSelected: ReadingReportProps['onRowSelected'];
  readonly rowMeaning: ReadingReportProps['rowMeaning'];
}

/** What opens in place comes after the first paint. */
const NEEDS = {
  questions: latePart(() =>
    import('../questions/Questions.tsx').then((module) => module.Questions),
  ),
  report: latePart(() =>
    import('../questions/ReadingReport.tsx').then((module) => module.ReadingReport),
  ),
  mapping: latePart(() => import('../ColumnMapping.tsx').then((module) => module.ColumnMapping)),
};

/** After the first paint, so that a line that goes down later takes no answer away. */
export function fetchNeeds(): void {
  for (const part of Object.values(NEEDS)) part.fetch().catch(() => undefined);
}

/** Is there money within reach, and what does it take: the first page. */
export function Overview(props: OverviewProps): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { view, settings, goTo } = props;
  const { words, yuan, count, day } = speech;
  const [reveal, setReveal] = useState<string | null>(null);
  const open = view.windows.filter((window) => window.open);
  const shown = open.length > 0 ? open : latest(view);
  const over = view.windows.filter((window) => !shown.includes(window));
  return (
    <div className={styles.root}>
      <Headlines
        headlines={headlines(view, settings.nearWindow)}
        view={view}
        onShow={props.onShow}
        onReach={() => goTo('advice')}
        onHold={() => goTo('edges')}
      />
      {props.stale && (
        <div className={styles.example}>
          {words.stale}{' '}
          <Link as="button" inline onClick={() => props.pane.analyze()}>
            {words.actions.analyzeAgain}
          </Link>
        </div>
      )}
      {view.notColoured && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{speech.say(view.notColoured)}</MessageBarBody>
        </MessageBar>
      )}
      {view.changes && <ChangeList changes={view.changes} />}
      <dl className={styles.totals}>
        <Figure
          label={words.figures.rebate}
          meaning={words.terms.rebate}
          value={yuan(view.total)}
          strong
        />
        <Figure label={words.figures.received} value={yuan(view.received)} />
        <Figure
          label={words.figures.outstanding}
          meaning={words.terms.outstanding}
          value={yuan(view.outstanding)}
        />
      </dl>
      {view.questionCount > 0 && (
        <div className={styles.example}>
          {words.needs.open(view.questionCount)}{' '}
          <Link as="button" inline onClick={() => setReveal('questions')}>
            {words.needs.answerThem}
          </Link>
        </div>
      )}
      {view.policy.example && (
        <div className={styles.example}>
          {words.notes.example}{' '}
          <Link as="button" inline onClick={() => goTo('policy')}>
            {words.notes.setPolicy}
          </Link>
        </div>
      )}
      {shown.map((window) => (
        <ComponentCard
          key={window.id}
          window={window}
          forecast={forecastFor(view.forecast, window.id)}
        />
      ))}
      <ClosedWindows windows={over} rest={beyondWindows(view.total, view.windows)} />
      <NeedsYou needs={needsOf(props, speech)} reveal={reveal} />
      <div className={styles.basis}>
        {words.notes.basis(
          day(view.asOf),
          count(view.counts.order + view.counts.refund),
          yuan(view.netSales),
        )}
      </div>
      {view.sheets.length + settings.leftOut.length > 1 && (
        <Suspense>
          <CountedSheets
            counted={[...new Set(view.sheets.map(({ name }) => name))]}
            settings={settings}
            onApply={props.pane.analyze}
          />
        </Suspense>
      )}
      {view.unpaid > 0 && <div className={styles.basis}>{words.notes.unpaid(view.unpaid)}</div>}
    </div>
  );
}

/** When nothing is open any more, the windows that ended last. */
function latest(view: AnalysisView): AnalysisView['windows'] {
  const end = Math.max(...view.windows.map((window) => window.period.to));
  return view.windows.filter((window) => window.period.to === end);
}

function needsOf(
  { view, answered, pane, onShow, onRowSelected, rowMeaning }: OverviewProps,
  { words }: Speech,
): readonly Need[] {
  const headers = unknownHeaders(view.sheets);
  const answeredCount = answered.flat().length;
  const leftOut = view.leftOut.reduce((sum, { count }) => sum + count, 0);
  const candidates: readonly (Need & { readonly count: number })[] = [
    {
      id: 'questions',
      count: view.questionCount + answeredCount,
      label:
        words.needs.questions(view.questionCount) +
        (answeredCount > 0 ? ` · ${words.questions.answered(answeredCount)}` : ''),
      content: (
        <Part
          part={NEEDS.questions}
          props={{
            groups: view.questionGroups,
            total: view.questionCount,
            answered,
            onAnswer: pane.answer,
            onAnswerGroup: pane.answerGroup,
            onShow,
          }}
        />
      ),
    },
    {
      id: 'headers',
      count: headers.size,
      label: words.needs.headers(headers.size),
      content: (
        <Part
          part={NEEDS.mapping}
          props={{ headers: [...headers.keys()], known: headers, onMap: pane.mapHeader }}
        />
      ),
    },
    {
      id: 'findings',
      count: view.findings.length,
      label: words.needs.findings(view.findings.length),
      content: <Findings findings={view.findings} />,
    },
    {
      id: 'warnings',
      count: view.warningCount,
      label: words.needs.warnings(view.warningCount),
      content: <Warnings warnings={view.warnings} onShow={onShow} />,
    },
    {
      id: 'report',
      count: view.report.length + leftOut,
      label: words.needs.report(leftOut),
      content: (
        <Part
          part={NEEDS.report}
          props={{ view, onAnswer: pane.answer, onShow, onRowSelected, rowMeaning }}
        />
      ),
    },
  ];
  return candidates.filter((need) => need.count > 0);
}
