import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';

const useStyles = makeStyles({
  root: { position: 'relative', flexShrink: 0 },
  menu: {
    position: 'absolute',
    right: 0,
    zIndex: 10,
    display: 'flex',
    flexDirection: 'column',
    minWidth: '12rem',
    padding: tokens.spacingHorizontalXS,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  up: { bottom: '100%' },
  down: { top: '100%' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  blocked: {
    color: tokens.colorNeutralForegroundDisabled,
    cursor: 'default',
    ':hover': { backgroundColor: 'transparent' },
  },
});

export interface MenuEntry {
  readonly text: string;
  readonly icon?: ReactNode;
  readonly act: () => void;
  /** Why it can't be done now; absent when it can. */
  readonly blocked?: string | undefined;
}

/** What is not needed every day, behind one button. Arrow keys move, Escape closes. */
export function MoreMenu({
  label,
  entries,
  opens,
  small = false,
}: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly opens: 'up' | 'down';
  readonly small?: boolean;
}): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = (): readonly HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];

  useEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);

  const close = (): void => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (!open) return;
    const list = items();
    const at = list.indexOf(event.target as HTMLElement);
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + list.length,
      Home: 0,
      End: list.length - 1,
    }[event.key];
    if (event.key === 'Escape') close();
    else if (next !== undefined) list[next % list.length]?.focus();
    else return;
    event.preventDefault();
  };
  const leave = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div ref={root} className={styles.root} onKeyDown={move} onBlur={leave}>
      <Button
        size={small ? 'small' : 'medium'}
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div role="menu" aria-label={label} className={mergeClasses(styles.menu, styles[opens])}>
          {entries.map(({ text, icon, act, blocked }) => (
            <button
              key={text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={blocked !== undefined}
              title={blocked}
              className={mergeClasses(styles.item, blocked !== undefined && styles.blocked)}
              onClick={() => {
                if (blocked === undefined) {
                  close();
                  act();
                }
              }}
            >
              {icon}
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
