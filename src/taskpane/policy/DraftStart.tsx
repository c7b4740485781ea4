import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { EXAMPLE_KINDS } from '#domain/policy/example-kinds.ts';
import {
  draftOfExample,
  draftOfTable,
  type PastedPolicy,
  tableOfText,
} from '#domain/policy/policy-draft.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: {
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '4.5rem',
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  wrong: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  action: { alignSelf: 'flex-start' },
});

/** A start that is not a blank page: an example by kind, or the vendor's own table, pasted. */
export function DraftStart({
  onDraft,
}: {
  readonly onDraft: (draft: TypedPolicy, unread: PastedPolicy['unread']) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, language } = useSpeech();
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    const read = draftOfTable(tableOfText(pasted));
    setWrong(read === null);
    if (read === null) return;
    onDraft(read.draft, read.unread);
    setPasted('');
  };
  return (
    <div className={styles.root}>
      <Select
        aria-label={words.policy.fromExample}
        value=""
        onChange={(_, { value }) => {
          const kind = EXAMPLE_KINDS.find((each) => each === value);
          if (kind) onDraft(draftOfExample(kind, language), []);
        }}
      >
        <option value="">{words.policy.fromExample}</option>
        {EXAMPLE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.policy.examples[kind]}
          </option>
        ))}
      </Select>
      <textarea
        className={styles.text}
        value={pasted}
        placeholder={words.policy.pasteHint}
        aria-label={words.policy.paste}
        onChange={(event) => {
          setPasted(event.target.value);
          setWrong(false);
        }}
      />
      {wrong && (
        <p className={styles.wrong} role="alert">
          {words.policy.notATable}
        </p>
      )}
      <Button
        className={styles.action}
        size="small"
        disabledFocusable={pasted.trim() === ''}
        onClick={take}
      >
        {words.policy.paste}
      </Button>
    </div>
  );
}
