import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useSpeech } from '../speech.tsx';
import { type Tab, TABS } from '../tabs.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'stretch' },
  tab: {
    position: 'relative',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalSNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: tokens.spacingHorizontalSNudge,
      right: tokens.spacingHorizontalSNudge,
      bottom: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

interface TabRowProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly text: string }[];
  readonly chosen: T | null;
  readonly onChoose: (id: T) => void;
  /**
   * What the tabs show, for assistive technology: the panel's id, and how a tab's own id is made.
   */
  readonly panel?: { readonly id: string; readonly tabId: (id: T) => string };
  readonly className?: string;
  readonly tabClassName?: string;
}

/** A row of tabs: one stop for the Tab key, arrow keys move between them. */
export function TabRow<T extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  panel,
  className,
  tabClassName,
}: TabRowProps<T>): ReactNode {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = Math.max(
      tabs.findIndex(({ id }) => id === chosen),
      0,
    );
    const next = target(event.key, at, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.id);
    row.current?.querySelectorAll<HTMLElement>('[role=tab]')[next ?? 0]?.focus();
  };
  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.row, className)}
      onKeyDown={move}
    >
      {tabs.map(({ id, text }, index) => {
        const isChosen = id === chosen;
        return (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={isChosen}
            tabIndex={isChosen || (chosen === null && index === 0) ? 0 : -1}
            id={panel?.tabId(id)}
            aria-controls={isChosen ? panel?.id : undefined}
            className={mergeClasses(styles.tab, tabClassName, isChosen && styles.chosen)}
            onClick={() => onChoose(id)}
          >
            {text}
          </button>
        );
      })}
    </div>
  );
}

function target(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

const useTabsStyles = makeStyles({
  row: {
    columnGap: tokens.spacingHorizontalXXS,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // English words are longer: on a narrow pane they are set smaller rather than on two lines.
  compact: {
    '@container pane (max-width: 25rem)': {
      paddingLeft: tokens.spacingHorizontalXXS,
      paddingRight: tokens.spacingHorizontalXXS,
      fontSize: tokens.fontSizeBase200,
    },
  },
});

/** The pages, in words. */
export function Tabs({
  page,
  onPage,
}: {
  readonly page: Tab;
  readonly onPage: (page: Tab) => void;
}): ReactNode {
  const styles = useTabsStyles();
  const { words, language } = useSpeech();
  const tabs = TABS.map((id) => ({ id, text: words.tabs[id] }));
  return (
    <TabRow
      label={words.name}
      tabs={tabs}
      chosen={page}
      onChoose={onPage}
      panel={{ id: PANEL_ID, tabId }}
      className={styles.row}
      tabClassName={mergeClasses(language === 'en-US' && styles.compact)}
    />
  );
}

export const PANEL_ID = 'page';

export const tabId = (page: Tab): string => `tab-${page}`;
