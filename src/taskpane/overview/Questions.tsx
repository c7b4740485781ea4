import { Button, Link, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Question, QuestionChoice } from '#domain/ledger/ledger.ts';
import type { Answered } from '../pane-state.ts';
import { type Speech, useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  question: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  where: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  typed: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    width: 'fit-content',
  },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly answered: Answered;
  readonly onAnswer: (answers: { readonly [key: string]: string | null }) => void;
  readonly onShow: (sheet: string, row: number) => void;
}

/**
 * Each open cell as the user typed it, with the choices as buttons; the totals move as answers
 * come.
 */
export function Questions({ questions, answered, onAnswer, onShow }: QuestionsProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const last = answered.at(-1);
  return (
    <>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question.key}>
            <QuestionCard
              question={question}
              alike={questions.filter((other) => other.alike === question.alike)}
              onAnswer={onAnswer}
              onShow={onShow}
            />
          </li>
        ))}
      </ul>
      {last !== undefined && (
        <div className={styles.choices}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUndoRegular />}
            onClick={() => onAnswer(Object.fromEntries(last.map((key) => [key, null])))}
          >
            {words.questions.undoLast}
          </Button>
        </div>
      )}
    </>
  );
}

function QuestionCard({
  question,
  alike,
  onAnswer,
  onShow,
}: { readonly question: Question; readonly alike: readonly Question[] } & Pick<
  QuestionsProps,
  'onAnswer' | 'onShow'
>): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words } = speech;
  const [together, setTogether] = useState(alike.length > 1);
  const take = (choice: QuestionChoice): void => {
    const asked = together ? alike : [question];
    onAnswer(Object.fromEntries(asked.flatMap((each) => answerTo(each, choice))));
  };
  return (
    <div className={styles.question}>
      <div className={styles.where}>
        <Link as="button" inline onClick={() => onShow(question.sheet, question.row)}>
          {words.questions.where(question.sheet, question.cell, speech.count(question.row))}
        </Link>
      </div>
      <div>{speech.say(question.fact)}</div>
      <code className={styles.typed} aria-label={words.questions.typed}>
        {question.typed}
      </code>
      <div className={styles.choices} role="group" aria-label={words.questions.choices}>
        {question.choices.map((choice) => (
          <Button key={choice.id} size="small" onClick={() => take(choice)}>
            {choiceText(choice, speech)}
          </Button>
        ))}
      </div>
      {alike.length > 1 && (
        <Switch
          checked={together}
          onChange={(_, data) => setTogether(data.checked)}
          label={words.questions.alike(alike.length)}
        />
      )}
    </div>
  );
}

/**
 * The same choice on a question alike: the choices of one place stand in the order of the other's.
 */
function answerTo(
  question: Question,
  choice: QuestionChoice,
): readonly (readonly [string, string])[] {
  const same =
    question.choices.find((other) => other.id === choice.id) ??
    question.choices.find((other) => other.kind === choice.kind);
  return same ? [[question.key, same.id]] : [];
}

function choiceText(choice: QuestionChoice, { words, yuan, day }: Speech): string {
  switch (choice.kind) {
    case 'amount':
      return words.questions.amount(yuan(choice.amount));
    case 'date':
      return day(choice.date);
    case 'category':
      return choice.category;
    case 'status':
      return words.questions.status[choice.status];
    case 'take-back':
      return words.questions.takeBack;
    case 'keep':
      return words.questions.keep;
    case 'leave-out':
      return words.questions.leaveOut;
  }
}
