import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { GroupAnswer, QuestionGroup } from '#application/analyze/question-groups.ts';
import type { Answered } from '../pane-state.ts';
import { useSpeech } from '../speech.tsx';
import { GroupCard } from './GroupCard.tsx';
import { QuestionCard } from './QuestionCard.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** More cards than these make the page slow, and nobody answers them at a glance. */
const FIRST = 10;

interface QuestionsProps {
  readonly groups: readonly QuestionGroup[];
  readonly total: number;
  readonly answered: Answered;
  readonly onAnswer: (answers: { readonly [key: string]: string | null }) => void;
  readonly onAnswerGroup: (answer: GroupAnswer) => void;
  readonly onShow: (sheet: string, row: number) => void;
}

/**
 * Every open question where it can be answered: by a choice, by a typed value, with all alike, or
 * all the rest at once; the totals move as answers come, and the last answer can be taken back.
 */
export function Questions(props: QuestionsProps): ReactNode {
  const { groups, total, answered, onAnswer, onAnswerGroup, onShow } = props;
  const styles = useStyles();
  const { words } = useSpeech();
  const [shown, setShown] = useState(FIRST);
  const last = answered.at(-1);
  return (
    <>
      <div className={styles.actions}>
        {last !== undefined && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUndoRegular />}
            onClick={() => onAnswer(Object.fromEntries(last.map((key) => [key, null])))}
          >
            {words.questions.undoLast(last.length)}
          </Button>
        )}
        {total > 1 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              onAnswerGroup({
                group: null,
                except: [],
                choice: { id: 'leave-out', kind: 'leave-out', place: null },
              })
            }
          >
            {words.questions.restLeftOut(total)}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {groups.slice(0, shown).map((group) => (
          <li key={group.key}>
            <OneOrMany {...{ group, onAnswer, onAnswerGroup, onShow }} />
          </li>
        ))}
      </ul>
      {groups.length > shown && (
        <Button size="small" onClick={() => setShown(shown + FIRST)}>
          {words.questions.more(groups.length - shown)}
        </Button>
      )}
    </>
  );
}

function OneOrMany(
  props: Omit<QuestionsProps, 'groups' | 'total' | 'answered'> & {
    readonly group: QuestionGroup;
  },
): ReactNode {
  const [first] = props.group.questions;
  if (props.group.count > 1 || !first) return <GroupCard {...props} />;
  return (
    <QuestionCard
      question={first}
      onTake={(id) => props.onAnswer({ [first.key]: id })}
      onShow={props.onShow}
    />
  );
}
