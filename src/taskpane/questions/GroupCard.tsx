import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { GroupAnswer, QuestionGroup } from '#application/analyze/question-groups.ts';
import type { Question, QuestionChoice } from '#domain/ledger/ledger.ts';
import { useSpeech } from '../speech.tsx';
import { Choices, QuestionCard, useQuestionStyles } from './QuestionCard.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    maxHeight: '14rem',
    overflowY: 'auto',
  },
  cards: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  item: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  text: { overflowWrap: 'anywhere', flexGrow: 1 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const CARDS = 10;

interface GroupCardProps {
  readonly group: QuestionGroup;
  readonly onAnswer: (answers: { readonly [key: string]: string }) => void;
  readonly onAnswerGroup: (answer: GroupAnswer) => void;
  readonly onShow: (sheet: string, row: number) => void;
}

/**
 * Questions that belong together: one answer settles all that are ticked, and each can be answered
 * by itself.
 */
export function GroupCard(props: GroupCardProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [apart, setApart] = useState(false);
  const { group } = props;
  return (
    <div className={useQuestionStyles().question}>
      {apart ? <Apart {...props} /> : <Together {...props} />}
      <div className={styles.quiet}>
        <Link as="button" inline onClick={() => setApart(!apart)}>
          {apart ? words.questions.together(group.count) : words.questions.apart}
        </Link>
      </div>
    </div>
  );
}

function Apart({ group, onAnswer, onShow }: GroupCardProps): ReactNode {
  const styles = useStyles();
  const { words, count } = useSpeech();
  return (
    <ul className={styles.cards}>
      {group.questions.slice(0, CARDS).map((question) => (
        <li key={question.key}>
          <QuestionCard
            question={question}
            onTake={(id) => onAnswer({ [question.key]: id })}
            onShow={onShow}
          />
        </li>
      ))}
      {group.count > CARDS && (
        <li className={styles.quiet}>{words.questions.next(count(group.count - CARDS))}</li>
      )}
    </ul>
  );
}

function Together({ group, onAnswerGroup, onShow }: GroupCardProps): ReactNode {
  const styles = useStyles();
  const own = useQuestionStyles();
  const speech = useSpeech();
  const { words, count } = speech;
  const [except, setExcept] = useState<readonly string[]>([]);
  const [first] = group.questions;
  if (!first) return null;
  const take = (choice: GroupAnswer['choice']): void =>
    onAnswerGroup({ group: group.key, except, choice });
  const hidden = group.count - group.questions.length;
  return (
    <>
      <div>{words.questions.alike(group.count, group.rows)}</div>
      <div className={own.where}>{speech.say(first.fact)}</div>
      <ul className={styles.list} tabIndex={0} aria-label={words.questions.ticked}>
        {group.questions.map((question) => (
          <li key={question.key} className={styles.item}>
            <label className={styles.text}>
              <input
                type="checkbox"
                checked={!except.includes(question.key)}
                onChange={(event) =>
                  setExcept(
                    event.target.checked
                      ? except.filter((key) => key !== question.key)
                      : [...except, question.key],
                  )
                }
              />{' '}
              {question.typed || question.cell}
            </label>
            <span className={styles.quiet}>
              <Link as="button" inline onClick={() => onShow(question.sheet, question.row)}>
                {words.edges.row(count(question.row))}
              </Link>
            </span>
          </li>
        ))}
        {hidden > 0 && <li className={styles.quiet}>{words.questions.hidden(count(hidden))}</li>}
      </ul>
      <Choices
        choices={first.choices}
        onTake={(choice) =>
          take({ id: choice.id, kind: choice.kind, place: placeOf(choice, first) })
        }
      />
      {group.reason === 'category' && (
        <TypedAnswer
          kind="category"
          about={words.questions.alike(group.count, group.rows)}
          onAnswer={(id) => take({ id, kind: 'category', place: null })}
        />
      )}
    </>
  );
}

/** A date means another in every cell: what is carried over is its place among the dates. */
function placeOf(choice: QuestionChoice, { choices }: Question): GroupAnswer['choice']['place'] {
  if (choice.kind !== 'date') return null;
  const dates = choices.filter(({ kind }) => kind === 'date');
  return { at: dates.indexOf(choice), of: dates.length };
}
