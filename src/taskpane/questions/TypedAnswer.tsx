import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { type TypedKind, typedAnswer } from '#domain/ledger/typed-answer.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: {
    flexGrow: 1,
    flexBasis: '7rem',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  wrong: {
    flexBasis: '100%',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
  },
});

/** A value of the user's own where none of the choices is right; read as a cell would be. */
export function TypedAnswer({
  kind,
  about,
  onAnswer,
}: {
  readonly kind: TypedKind;
  /** Which cell, for who hears the field's name. */
  readonly about: string;
  readonly onAnswer: (id: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const wrongId = useId();
  const hint = words.questions.typeYours[kind];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const id = typedAnswer(kind, text);
        if (id === undefined) setWrong(true);
        else onAnswer(id);
      }}
    >
      <input
        className={styles.input}
        value={text}
        placeholder={hint}
        aria-label={`${about} ${hint}`}
        aria-invalid={wrong}
        aria-describedby={wrong ? wrongId : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <Button size="small" type="submit">
        {words.questions.take}
      </Button>
      {wrong && (
        <p id={wrongId} className={styles.wrong} role="alert">
          {words.questions.unreadable[kind]}
        </p>
      )}
    </form>
  );
}
