import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Asked, Choice } from '#facts/asks.ts';
import { asks as english } from '#i18n/en-US/asks.ts';
import { asks as chinese } from '#i18n/zh-CN/asks.ts';
import { useSpeech } from '../speech.tsx';

const WORDS = { 'zh-CN': chinese, 'en-US': english } as const;

const CHOICES: Readonly<Record<Asked['kind'], readonly Choice[]>> = {
  leave: ['download', 'go', 'cancel'],
  reread: ['go', 'cancel'],
  forget: ['go', 'cancel'],
  writeBack: ['go', 'cancel'],
  dropped: ['statement', 'orders', 'cancel'],
  elsewhere: ['theirs', 'mine', 'cancel'],
};

const useStyles = makeStyles({
  dialog: {
    maxWidth: '28rem',
    padding: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  text: { margin: `0 0 ${tokens.spacingVerticalL}`, lineHeight: tokens.lineHeightBase400 },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
  },
});

/** A question over the page: the keyboard stays in it, Escape is the way out. */
export function AskDialog({
  asked,
  onChoice,
}: {
  readonly asked: Asked;
  readonly onChoice: (choice: Choice) => void;
}): ReactNode {
  const styles = useStyles();
  const { language } = useSpeech();
  const words = WORDS[language];
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useId();
  useEffect(() => {
    const shown = dialog.current;
    // Its default focus is the first choice; what leaves focus comes back when it closes.
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={text}
      onCancel={(event) => {
        event.preventDefault();
        onChoice('cancel');
      }}
    >
      <p id={text} className={styles.text}>
        {words.text(asked)}
      </p>
      <div className={styles.choices}>
        {CHOICES[asked.kind].map((choice, at) => (
          <Button
            key={choice}
            appearance={at === 0 ? 'primary' : 'secondary'}
            onClick={() => onChoice(choice)}
          >
            {words.choices[asked.kind][choice] ?? words.cancel}
          </Button>
        ))}
      </div>
    </dialog>
  );
}
