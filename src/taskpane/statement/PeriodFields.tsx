import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: {
    padding: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  input: { minWidth: 0 },
});

interface Typed {
  readonly from: string;
  readonly to: string;
}

/** The days that the statement settles; left blank, the statement's own. */
export function PeriodFields({
  typed,
  valid,
  onType,
}: {
  readonly typed: Typed;
  readonly valid: boolean;
  readonly onType: (typed: Typed) => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{words.statement.period}</legend>
      <Field label={words.statement.fromDay}>
        <Input
          className={styles.input}
          value={typed.from}
          placeholder={words.statement.asItSays}
          onChange={(_, data) => onType({ ...typed, from: data.value })}
        />
      </Field>
      <Field
        label={words.statement.toDay}
        {...(valid ? {} : { validationMessage: words.statement.badPeriod })}
      >
        <Input
          className={styles.input}
          value={typed.to}
          placeholder={words.statement.asItSays}
          onChange={(_, data) => onType({ ...typed, to: data.value })}
        />
      </Field>
    </fieldset>
  );
}
