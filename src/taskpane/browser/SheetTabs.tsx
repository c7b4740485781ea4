import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SheetSummary } from '#application/workbook.port.ts';
import { TabRow } from '../shell/TabRow.tsx';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    flexWrap: 'nowrap',
    overflowX: 'auto',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The workbook's sheets, as at the foot of a spreadsheet. */
export function SheetTabs({
  sheets,
  active,
  onShow,
}: {
  readonly sheets: readonly SheetSummary[];
  readonly active: string | null;
  readonly onShow: (name: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  if (sheets.length === 0) return null;
  return (
    <TabRow
      label={words.browser.sheets}
      tabs={sheets.filter((sheet) => !sheet.hidden).map(({ name }) => ({ id: name, text: name }))}
      chosen={active}
      onChoose={onShow}
      className={styles.bar}
    />
  );
}
