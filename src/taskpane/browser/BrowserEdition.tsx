import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  type DragEvent,
  useState,
} from 'react';
import type { FileSession } from '#application/session/file-session.ts';
import type { Language } from '#domain/language.ts';
import { Pane } from '../shell/Pane.tsx';
import { SpeechProvider, speechOf, useSpeech } from '../speech.tsx';
import { themeFor } from '../theme.ts';
import { SheetGrid } from './SheetGrid.tsx';
import { TopBar, SheetTabs } from './TopBar.tsx';
import type { BrowserFiles } from './browser-files.ts';
import type { OpenBook } from './open-book.ts';
import { useWorkbook } from './use-workbook.ts';

const AskDialog = lazy(() =>
  import('./AskDialog.tsx').then((module) => ({ default: module.AskDialog })),
);

/** The live sheet's surroundings come with it: until then the same cells stand as a table. */
const LiveSheets = lazy(() =>
  import('./LiveSheets.tsx').then((module) => ({ default: module.LiveSheets })),
);

const useStyles = makeStyles({
  fill: { height: '100%' },
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  split: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 760px)': { flexDirection: 'column' },
  },
  book: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    '@media (max-width: 760px)': { flexGrow: 0, flexShrink: 0, height: '32%' },
  },
  pane: {
    flexShrink: 0,
    width: 'clamp(22rem, 27vw, 25rem)',
    minHeight: 0,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 760px)': {
      width: '100%',
      flexGrow: 1,
      flexShrink: 1,
      borderLeft: 'none',
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  dropping: {
    outline: `${tokens.strokeWidthThickest} dashed ${tokens.colorBrandStroke1}`,
    outlineOffset: `calc(-2 * ${tokens.strokeWidthThickest})`,
  },
});

interface BrowserEditionProps {
  readonly session: FileSession;
  readonly files: BrowserFiles;
  readonly language: Language;
  readonly isDark: boolean;
  readonly onLanguage: (language: Language) => void;
  /** False: the sheets open as tables to read (`?sheet=table`), for screen readers. */
  readonly startsLive: boolean;
}

/** The pane beside a sheet of its own: the same pane as in Excel, over a file. */
export function BrowserEdition(props: BrowserEditionProps): ReactNode {
  const speech = useMemo(() => speechOf(props.language), [props.language]);
  const styles = useStyles();
  return (
    <SpeechProvider value={speech}>
      <FluentProvider theme={themeFor(props.isDark)} className={styles.fill}>
        <Workbench {...props} />
      </FluentProvider>
    </SpeechProvider>
  );
}

function Workbench({
  session,
  files,
  language,
  isDark,
  onLanguage,
  startsLive,
}: BrowserEditionProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const book = useWorkbook(session, files, language);
  const drop = useDrop(book);
  const sheetName = book.frame?.name;
  const jump = useMemo(
    () =>
      book.selected === null || sheetName === undefined
        ? null
        : { sheet: sheetName, row: book.selected },
    [book.selected, sheetName],
  );
  useLeaveWarning(book.unsaved);
  return (
    <div className={mergeClasses(styles.root, drop.over && styles.dropping)} {...drop.handlers}>
      {book.asking.asked && (
        <Suspense>
          <AskDialog asked={book.asking.asked} onChoice={book.asking.answer} />
        </Suspense>
      )}
      <TopBar book={book} onLanguage={() => onLanguage(language === 'zh-CN' ? 'en-US' : 'zh-CN')} />
      <div className={styles.split}>
        <section className={styles.book} aria-label={words.browser.sheets}>
          <LiveSheets
            session={session}
            startsLive={startsLive}
            load={files.loadGrid}
            language={language}
            isDark={isDark}
            book={`${book.opening}:${book.written}`}
            opening={book.opening}
            sheets={book.sheets}
            shown={book.frame?.name ?? null}
            version={book.version}
            selected={jump}
            onEdited={book.edited}
            onGrid={book.liveGrid}
            onSelected={book.rowSelected}
          >
            {book.frame && (
              <SheetGrid
                key={`${book.opening}:${book.frame.name}`}
                session={session}
                frame={book.frame}
                version={book.version}
                selected={book.selected}
                onSelect={book.select}
              />
            )}
            <SheetTabs
              sheets={book.sheets}
              active={book.frame?.name ?? null}
              onShow={book.showSheet}
            />
          </LiveSheets>
        </section>
        <div className={styles.pane}>
          <Pane
            key={book.opening}
            services={book.services}
            language={language}
            isDark={isDark}
            onLanguage={onLanguage}
          />
        </div>
      </div>
    </div>
  );
}

/** Asks before the page is left with edits that no downloaded copy holds. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

interface Placed {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

interface Drop {
  /** Something is held over the page. */
  readonly over: boolean;
  readonly handlers: Readonly<
    Record<'onDragOver' | 'onDragLeave' | 'onDropCapture' | 'onDrop', (event: DragEvent) => void>
  >;
}

/** Files dropped anywhere on the page. */
function useDrop(book: Pick<OpenBook, 'drop'>): Drop {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        event.preventDefault();
        setOver(true);
      },
      // Between two parts of the page nothing has left it.
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      // A part of the page may take the drop for itself.
      onDropCapture: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault();
        const { files, items } = event.dataTransfer;
        // Where it lies can only be asked for while the drop is being handled.
        const place = (items[0] as Placed | undefined)?.getAsFileSystemHandle?.();
        book.drop([...files], place ?? Promise.resolve(null), event.dataTransfer.getData('text'));
      },
    },
  };
}
