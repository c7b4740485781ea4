import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSpeech } from '../speech.tsx';
import { type Page, PAGES } from './pages.ts';

const useStyles = makeStyles({
  list: { flexWrap: 'wrap', padding: `0 ${tokens.spacingHorizontalXS}`, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  // English words are longer: on a narrow pane they are set smaller rather than on two lines.
  compact: { '@container pane (max-width: 25rem)': { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS, '& > *': { fontSize: tokens.fontSizeBase200 } } },
  tab: { paddingLeft: tokens.spacingHorizontalSNudge, paddingRight: tokens.spacingHorizontalSNudge },
});

/** The pages, in words. */
export function Tabs({ page, onPage }: { readonly page: Page; readonly onPage: (page: Page) => void }): ReactNode {
  const styles = useStyles();
  const { words, language } = useSpeech();
  return (
    <TabList size="small" className={styles.list} aria-label={words.name} selectedValue={page} onTabSelect={(_, data) => onPage(PAGES.find((each) => each === data.value) ?? 'overview')}>
      {PAGES.map((each) => <Tab key={each} value={each} id={tabId(each)} aria-controls={PANEL_ID} className={mergeClasses(styles.tab, language === 'en-US' && styles.compact)}>{words.tabs[each]}</Tab>)}
    </TabList>
  );
}

export const PANEL_ID = 'page';
export const tabId = (page: Page): string => `tab-${page}`;
