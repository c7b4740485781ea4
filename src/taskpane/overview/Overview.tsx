import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Answer } from '#application/analyze/analysis-view.ts';
import type { Settings } from '#application/memory/settings.ts';
import { Figure } from '../figures.tsx';
import type { Answered } from '../pane-state.ts';
import type { Page } from '../shell/pages.ts';
import { type Speech, useSpeech } from '../speech.tsx';
import type { Pane } from '../use-pane.ts';
import { ColumnMapping, unknownHeaders } from './ColumnMapping.tsx';
import { ComponentCard } from './ComponentCard.tsx';
import { Findings, Sentences, Warnings } from './KeyFigures.tsx';
import { headlines } from './headline.ts';
import { Headlines } from './Headlines.tsx';
import { type Need, NeedsYou } from './NeedsYou.tsx';
import { Questions } from './Questions.tsx';
import { SinceList } from './SinceList.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  totals: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
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

export interface OverviewProps {
  readonly answer: Answer;
  readonly answered: Answered;
  readonly settings: Settings;
  readonly pane: Pick<Pane, 'analyze' | 'answer' | 'mapHeader'>;
  /** The sheet was edited after the run. */
  readonly stale: boolean;
  readonly onShow: (sheet: string, row: number) => void;
  readonly goTo: (page: Page) => void;
}

/** Is there money within reach, and what does it take: the first page. */
export function Overview(props: OverviewProps): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { answer, settings, goTo } = props;
  const { words, yuan, count, day } = speech;
  const [reveal, setReveal] = useState<string | null>(null);
  const open = answer.windows.filter((window) => window.open);
  const shown = open.length > 0 ? open : latest(answer);
  return (
    <div className={styles.root}>
      <Headlines
        headlines={headlines(answer, settings.nearWindow)}
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
      {answer.notColoured && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{speech.say(answer.notColoured)}</MessageBarBody>
        </MessageBar>
      )}
      {answer.since && <SinceList since={answer.since} />}
      <dl className={styles.totals}>
        <Figure label={words.figures.rebate} value={yuan(answer.total)} strong />
        <Figure label={words.figures.received} value={yuan(answer.received)} />
        <Figure label={words.figures.outstanding} value={yuan(answer.outstanding)} />
      </dl>
      {answer.questionCount > 0 && (
        <div className={styles.example}>
          {words.needs.open(answer.questionCount)}{' '}
          <Link as="button" inline onClick={() => setReveal('questions')}>
            {words.needs.answerThem}
          </Link>
        </div>
      )}
      {answer.policy.example && (
        <div className={styles.example}>
          {words.notes.example}{' '}
          <Link as="button" inline onClick={() => goTo('policy')}>
            {words.notes.setPolicy}
          </Link>
        </div>
      )}
      {shown.map((window) => (
        <ComponentCard
          key={`${window.component.id}${window.period.label}`}
          window={window}
          outlook={answer.outlooks.find(
            (outlook) =>
              outlook.component === window.component.name && outlook.period === window.period.label,
          )}
        />
      ))}
      <NeedsYou needs={needsOf(props, speech)} reveal={reveal} />
      <div className={styles.basis}>
        {words.notes.basis(
          day(answer.asOf),
          count(answer.counts.order + answer.counts.refund),
          yuan(answer.netSales),
        )}
      </div>
      {answer.unpaid > 0 && <div className={styles.basis}>{words.notes.unpaid(answer.unpaid)}</div>}
    </div>
  );
}

/** When nothing is open any more, the windows that ended last. */
function latest(answer: Answer): Answer['windows'] {
  const end = Math.max(...answer.windows.map((window) => window.period.to));
  return answer.windows.filter((window) => window.period.to === end);
}

function needsOf(
  { answer, answered, pane, onShow }: OverviewProps,
  { words }: Speech,
): readonly Need[] {
  const headers = unknownHeaders(answer.sheets);
  const answeredCount = answered.flat().length;
  const candidates: readonly (Need & { readonly count: number })[] = [
    {
      id: 'questions',
      count: answer.questionCount + answeredCount,
      label:
        words.needs.questions(answer.questionCount) +
        (answeredCount > 0 ? ` · ${words.questions.answered(answeredCount)}` : ''),
      content: (
        <Questions
          questions={answer.questions}
          answered={answered}
          onAnswer={pane.answer}
          onShow={onShow}
        />
      ),
    },
    {
      id: 'headers',
      count: headers.length,
      label: words.needs.headers(headers.length),
      content: (
        <ColumnMapping
          headers={headers}
          known={answer.sheets.flatMap((sheet) => Object.keys(sheet.columns))}
          onMap={pane.mapHeader}
        />
      ),
    },
    {
      id: 'findings',
      count: answer.findings.length,
      label: words.needs.findings(answer.findings.length),
      content: <Findings findings={answer.findings} />,
    },
    {
      id: 'warnings',
      count: answer.warningCount,
      label: words.needs.warnings(answer.warningCount),
      content: <Warnings warnings={answer.warnings} onShow={onShow} />,
    },
    {
      id: 'notes',
      count: answer.report.length,
      label: words.needs.notes(answer.report.length),
      content: <Sentences facts={answer.report} />,
    },
  ];
  return candidates.filter((need) => need.count > 0);
}
