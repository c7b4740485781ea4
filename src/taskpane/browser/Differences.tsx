import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Language } from '#domain/language.ts';
import { differences as english } from '#i18n/en-US/differences.ts';
import { differences as chinese } from '#i18n/zh-CN/differences.ts';
import { useSpeech } from '../speech.tsx';

export const differencesWords = (language: Language): typeof english =>
  language === 'zh-CN' ? chinese : english;

const useStyles = makeStyles({
  dialog: {
    maxWidth: '36rem',
    padding: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow64,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  list: { paddingLeft: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase400 },
});

/** What the live sheet does otherwise than Excel, or not at all. */
export function Differences({ onClose }: { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const { words, language } = useSpeech();
  const { title, list } = differencesWords(language);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      <ul className={styles.list}>
        {list.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <Button onClick={onClose}>{words.actions.close}</Button>
    </dialog>
  );
}
