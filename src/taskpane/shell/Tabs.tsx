import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSpeech } from '../speech.tsx';
import { type Tab, TABS } from '../tabs.ts';
import { TabRow } from './TabRow.tsx';

const useStyles = makeStyles({
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
  const styles = useStyles();
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
