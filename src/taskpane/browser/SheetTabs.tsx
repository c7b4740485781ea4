import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SheetSummary } from '#application/workbook.port.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  bar: { flexShrink: 0, overflowX: 'auto', backgroundColor: tokens.colorNeutralBackground3, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
});

/** The workbook's sheets, as at the foot of a spreadsheet. */
export function SheetTabs({ sheets, active, onShow }: { readonly sheets: readonly SheetSummary[]; readonly active: string | null; readonly onShow: (name: string) => void }): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  if (sheets.length === 0) return null;
  return (
    <TabList size="small" className={styles.bar} aria-label={words.browser.sheets} selectedValue={active} onTabSelect={(_, data) => onShow(String(data.value))}>
      {sheets.filter((sheet) => !sheet.hidden).map((sheet) => <Tab key={sheet.name} value={sheet.name}>{sheet.name}</Tab>)}
    </TabList>
  );
}
