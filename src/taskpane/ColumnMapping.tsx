import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HeaderMapping } from '#domain/reading/header-row.ts';
import { LEDGER_FIELDS, type LedgerField } from '#domain/reading/ledger-fields.ts';
import { useSpeech } from './speech.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  explain: { margin: 0 },
});

export interface ColumnMappingProps {
  readonly headers: readonly string[];
  /** Fields that a column beside the one with this header holds already. */
  readonly known: ReadonlyMap<string, readonly string[]>;
  readonly onMap: (mapping: HeaderMapping) => void;
}

/** Headers nobody recognised: said once what they hold, remembered in the workbook. */
export function ColumnMapping({ headers, known, onMap }: ColumnMappingProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <div className={styles.root}>
      <p className={styles.explain}>{words.headers.explain}</p>
      {headers.map((header) => (
        <Field key={header} label={words.headers.column(header)}>
          <Select
            defaultValue=""
            onChange={(_, data) => onMap({ header, field: fieldOf(data.value) })}
          >
            <option value="" disabled>
              {words.headers.choose}
            </option>
            <option value={NOTHING}>{words.headers.ignore}</option>
            {LEDGER_FIELDS.filter((field) => !known.get(header)?.includes(field)).map((field) => (
              <option key={field} value={field}>
                {words.headers.fields[field]}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

const NOTHING = 'nothing';
const fieldOf = (value: string): LedgerField | null =>
  LEDGER_FIELDS.find((field) => field === value) ?? null;
