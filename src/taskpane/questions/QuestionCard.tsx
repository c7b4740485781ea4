import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Question, QuestionChoice } from '#domain/ledger/ledger.ts';
import { typedKind } from '#domain/ledger/typed-answer.ts';
import { useSpeech, type Speech } from '../speech.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';

export const useQuestionStyles = makeStyles({
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

/** One open cell as the user typed it, its choices, and a field for any other value. */
export function QuestionCard({
  question,
  onTake,
  onShow,
}: {
  readonly question: Question;
  readonly onTake: (id: string) => void;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useQuestionStyles();
  const speech = useSpeech();
  const { words } = speech;
  const where = words.questions.where(question.sheet, question.cell, speech.count(question.row));
  return (
    <div className={styles.question}>
      <div className={styles.where}>
        <Link as="button" inline onClick={() => onShow(question.sheet, question.row)}>
          {where}
        </Link>
      </div>
      <div>{speech.say(question.fact)}</div>
      {question.typed !== '' && (
        <code className={styles.typed} aria-label={words.questions.typed}>
          {question.typed}
        </code>
      )}
      <Choices choices={question.choices} onTake={({ id }) => onTake(id)} />
      <TypedAnswer kind={typedKind(question.reason)} about={question.cell} onAnswer={onTake} />
    </div>
  );
}

export function Choices({
  choices,
  onTake,
}: {
  readonly choices: readonly QuestionChoice[];
  readonly onTake: (choice: QuestionChoice) => void;
}): ReactNode {
  const styles = useQuestionStyles();
  const speech = useSpeech();
  return (
    <div className={styles.choices} role="group" aria-label={speech.words.questions.choices}>
      {choices.map((choice) => (
        <Button key={choice.id} size="small" onClick={() => onTake(choice)}>
          {choiceText(choice, speech)}
        </Button>
      ))}
    </div>
  );
}

/** A choice as its button says it. */
function choiceText(choice: QuestionChoice, speech: Speech): string {
  const { words, yuan, day, category } = speech;
  switch (choice.kind) {
    case 'amount':
      return words.questions.amount(yuan(choice.amount));
    case 'date':
      return day(choice.date);
    case 'category':
      return category(choice.category);
    case 'status':
      return words.questions.status[choice.status];
    case 'take-back':
      return words.questions.takeBack;
    case 'id':
      return choice.orderId;
    case 'keep':
      return words.questions.keep;
    case 'leave-out':
      return words.questions.leaveOut;
  }
}
