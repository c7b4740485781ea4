import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSpeech } from '../speech.tsx';
import { yuanOf } from './yuan-of.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { minWidth: 0 },
  remove: { alignSelf: 'end', justifySelf: 'end' },
});

/** A partner as it is typed. */
export interface PartnerDraft {
  readonly name: string;
  readonly category: string;
  readonly amount: string;
}

export interface PartnerRowProps {
  readonly draft: PartnerDraft;
  readonly categories: readonly string[];
  readonly onChange: (draft: PartnerDraft) => void;
  readonly onRemove: () => void;
}

/** Who, of which category, how much. */
export function PartnerRow({ draft, categories, onChange, onRemove }: PartnerRowProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const wrong = draft.amount.trim() !== '' && yuanOf(draft.amount) === undefined;
  return (
    <div className={styles.row}>
      <Field label={words.circumstances.partner} className={styles.field}>
        <Input
          input={NARROW}
          value={draft.name}
          onChange={(_, data) => onChange({ ...draft, name: data.value })}
        />
      </Field>
      <Field
        label={words.circumstances.sales}
        className={styles.field}
        {...(wrong ? { validationMessage: words.circumstances.badAmount } : {})}
      >
        <Input
          input={NARROW}
          inputMode="decimal"
          value={draft.amount}
          onChange={(_, data) => onChange({ ...draft, amount: data.value })}
        />
      </Field>
      <Field label={words.circumstances.category} className={styles.field}>
        <Select
          value={draft.category}
          onChange={(_, data) => onChange({ ...draft, category: data.value })}
        >
          {categories.map((category) => (
            <option key={category} value={category}>
              {category}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        className={styles.remove}
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.circumstances.remove(draft.name || words.circumstances.unnamed)}
        onClick={onRemove}
      />
    </div>
  );
}

/** An input is as wide as its text unless it is told to shrink. */
const NARROW = { style: { minWidth: 0, width: '100%' } } as const;
