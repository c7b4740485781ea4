import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  DataBarHorizontalRegular,
  FolderOpenRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { MoreMenu } from '../shell/MoreMenu.tsx';
import { FileWorking } from './FileWorking.tsx';
import { useSpeech } from '../speech.tsx';
import type { OpenBook } from './open-book.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import { TabRow } from '../shell/TabRow.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  mark: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase600,
    color: tokens.colorBrandForeground1,
    display: 'flex',
  },
  brand: {
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 480px)': { display: 'none' },
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  wide: { flexShrink: 0, '@media (max-width: 760px)': { display: 'none' } },
});

/** Open, download, language: what Excel's own frame does otherwise. */
export function TopBar({
  book,
  onLanguage,
}: {
  readonly book: OpenBook;
  readonly onLanguage: () => void;
}): ReactNode {
  const styles = useStyles();
  const { words, say } = useSpeech();
  const blocked = book.working === null ? undefined : words.browser[book.working];
  return (
    <header>
      <div className={styles.bar}>
        <DataBarHorizontalRegular className={styles.mark} />
        <span className={styles.brand}>{words.name}</span>
        <span className={styles.name} title={words.browser.dropHint}>
          {book.name}
        </span>
        <input
          ref={book.input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.xltx,.csv,.tsv,.txt"
          aria-label={words.browser.open}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) book.openFile(file);
            event.target.value = '';
          }}
        />
        <Button
          size="small"
          icon={<FolderOpenRegular />}
          title={words.browser.dropHint}
          onClick={book.choose}
        >
          {words.browser.open}
        </Button>
        <Button
          size="small"
          className={styles.wide}
          icon={<ArrowDownloadRegular />}
          disabledFocusable={book.working !== null}
          title={blocked}
          onClick={book.download}
        >
          {words.browser.download}
        </Button>
        <Button size="small" className={styles.wide} appearance="subtle" onClick={onLanguage}>
          {words.browser.switchLanguage}
        </Button>
        <MoreMenu
          label={words.browser.menu}
          opens="down"
          small
          entries={[
            { text: words.firstRun.sample, act: book.openSample },
            { text: words.browser.reread, act: book.reread, blocked },
            { text: words.browser.download, act: book.download, blocked },
            ...(book.saveBack
              ? [{ text: words.browser.saveBack, act: book.saveBack, blocked }]
              : []),
            { text: words.browser.template, act: book.downloadTemplate },
            { text: words.browser.switchLanguage, act: onLanguage },
            { text: words.browser.forget, act: book.forget },
          ]}
        />
      </div>
      {book.working && <FileWorking key={book.working} kind={book.working} book={book} />}
      {book.said && (
        <MessageBar intent="success" role="status">
          <MessageBarBody>{words.browser[book.said]}</MessageBarBody>
        </MessageBar>
      )}
      {book.notes.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>{book.notes.map((note) => say(note)).join(' ')}</MessageBarBody>
        </MessageBar>
      )}
      {book.failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{say(book.failure)}</MessageBarBody>
        </MessageBar>
      )}
    </header>
  );
}

const useSheetTabStyles = makeStyles({
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
  const styles = useSheetTabStyles();
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
