import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { EXAMPLE_KINDS, type ExampleKind } from '#domain/policy/example-kinds.ts';
import { templateWords as english } from '#i18n/en-US/template.ts';
import { templateWords as chinese } from '#i18n/zh-CN/template.ts';
import { useSpeech } from '../speech.tsx';

const WORDS = { 'zh-CN': chinese.examples, 'en-US': english.examples } as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** Kinds of programmes: one is picked, written on the policy's sheet, and changed there. */
export function PolicyKinds({
  onPick,
}: {
  readonly onPick: (kind: ExampleKind) => void;
}): ReactNode {
  const styles = useStyles();
  const { language, words: pane } = useSpeech();
  const words = WORDS[language];
  return (
    <div role="group" aria-label={words.title} className={styles.root}>
      <p className={styles.note}>{pane.firstRun.kinds}</p>
      {EXAMPLE_KINDS.map((kind) => (
        <Button key={kind} size="small" onClick={() => onPick(kind)}>
          {words.kinds[kind]}
        </Button>
      ))}
    </div>
  );
}
