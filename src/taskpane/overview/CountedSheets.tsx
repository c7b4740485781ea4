import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Settings } from '#application/memory/settings.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { margin: 0, padding: 0, border: 'none', fontSize: tokens.fontSizeBase200 },
  legend: { padding: 0, color: tokens.colorNeutralForeground3 },
});

/** Which order sheets are counted, where there are several: each can be left out. */
export function CountedSheets({
  counted,
  settings,
  onApply,
}: {
  readonly counted: readonly string[];
  readonly settings: Settings;
  readonly onApply: (settings: Settings) => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const { leftOut } = settings;
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{words.countedSheets}</legend>
      {[...new Set([...counted, ...leftOut])].map((name) => {
        const isCounted = !leftOut.includes(name);
        return (
          <Checkbox
            key={name}
            label={name}
            checked={isCounted}
            // One sheet at least is counted.
            disabled={isCounted && counted.length < 2}
            onChange={() =>
              onApply({
                ...settings,
                leftOut: isCounted ? [...leftOut, name] : leftOut.filter((each) => each !== name),
              })
            }
          />
        );
      })}
    </fieldset>
  );
}
