import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { FoldButton } from '../FoldButton.tsx';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
  clear: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
  },
  item: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':last-child': {
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  panel: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

export interface Need {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/**
 * What waits for the user, a row each; a row opens in place, by itself when it is `reveal`ed. One
 * quiet line when nothing does.
 */
export function NeedsYou({
  needs,
  reveal,
}: {
  readonly needs: readonly Need[];
  readonly reveal: string | null;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <section className={styles.root} aria-label={words.needs.title}>
      {needs.length === 0 && (
        <div className={styles.clear}>
          <CheckmarkCircleRegular />
          {words.needs.clear}
        </div>
      )}
      {needs.length > 0 && <h2 className={styles.title}>{words.needs.title}</h2>}
      {needs.map((need) => (
        <NeedRow key={need.id} need={need} revealed={reveal === need.id} />
      ))}
    </section>
  );
}

function NeedRow({
  need,
  revealed,
}: {
  readonly need: Need;
  readonly revealed: boolean;
}): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!revealed) return;
    setOpen(true);
    row.current?.scrollIntoView();
    row.current?.querySelector('button')?.focus();
  }, [revealed]);
  const panel = useId();
  return (
    <div ref={row} className={styles.item}>
      <FoldButton className={styles.toggle} open={open} panel={panel} onFold={setOpen}>
        {need.label}
      </FoldButton>
      <div id={panel} hidden={!open} className={open ? styles.panel : undefined}>
        {open && need.content}
      </div>
    </div>
  );
}
