import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { TableSimpleRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Language } from '#domain/language.ts';
import { Unseen } from '../figures.tsx';
import { fetchNeeds, Overview } from '../overview/Overview.tsx';
import type { PaneServices } from '../pane-services.ts';
import { isStale, viewOf, type Failure } from '../pane-state.ts';
import { SpeechProvider, speechOf } from '../speech.tsx';
import { themeFor } from '../theme.ts';
import { DraftsContext } from '../drafts.ts';
import { useHostWork } from '../use-host-work.ts';
import { usePane } from '../use-pane.ts';
import { ActionBar } from './ActionBar.tsx';
import { FailureBar, NoticeBar } from './Bars.tsx';
import { Boundary, latePart, Part } from '../LatePart.tsx';
import { diagnosticsOf } from './diagnostics.ts';
import { FirstRun } from './FirstRun.tsx';
import type { Tab } from '../tabs.ts';
import { Running } from './Running.tsx';
import { PANEL_ID, tabId, Tabs } from './TabRow.tsx';

const PARTS = {
  edges: latePart(() => import('../edges/EdgeOrders.tsx').then((module) => module.EdgeOrders)),
  advice: latePart(() => import('../advice/AdvicePage.tsx').then((module) => module.AdvicePage)),
  statement: latePart(() =>
    import('../statement/StatementPage.tsx').then((module) => module.StatementPage),
  ),
  policy: latePart(() => import('../policy/PolicyPage.tsx').then((module) => module.PolicyPage)),
  settings: latePart(() =>
    import('../settings/SettingsPage.tsx').then((module) => module.SettingsPage),
  ),
};

/** After the first paint, so that a line that goes down later takes no page away. */
function fetchParts(): void {
  fetchNeeds();
  for (const part of Object.values(PARTS)) part.fetch().catch(() => undefined);
}

const useStyles = makeStyles({
  provider: { height: '100%' },
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    containerType: 'inline-size',
    containerName: 'pane',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  whole: { height: '100%' },
  panel: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: tokens.spacingHorizontalM,
    position: 'relative',
  },
});

interface PaneProps {
  readonly services: PaneServices;
  readonly language: Language;
  readonly isDark: boolean;
  readonly onLanguage: (language: Language) => void;
}

/** The whole pane over whatever workbook its services reach. */
export function Pane({ services, language, isDark, onLanguage }: PaneProps): ReactNode {
  const styles = useStyles();
  const speech = useMemo(() => speechOf(language), [language]);
  return (
    <SpeechProvider value={speech}>
      <FluentProvider theme={themeFor(isDark)} className={styles.provider}>
        <Boundary what="pane" onRetry={() => location.reload()}>
          <DraftsContext value={services.host.drafts ?? null}>
            <PaneBody services={services} language={language} onLanguage={onLanguage} />
          </DraftsContext>
        </Boundary>
      </FluentProvider>
    </SpeechProvider>
  );
}

function PaneBody({ services, language, onLanguage }: Omit<PaneProps, 'isDark'>): ReactNode {
  const styles = useStyles();
  const work = useHostWork();
  const pane = usePane(services, language, work);
  const [page, setPage] = useState<Tab>('overview');
  /** Pages once opened stay as they were left: a statement read, a draft begun. */
  const [visited, setVisited] = useState<readonly Tab[]>(['overview']);
  const goTo = (next: Tab): void => {
    setPage(next);
    setVisited((before) => (before.includes(next) ? before : [...before, next]));
  };
  const [settingsOpen, setSettingsOpen] = useState(false);
  /** What the host says while something goes on: a cell is being edited, rows were read again. */
  const [said, setSaid] = useState<Failure | null>(null);
  useEffect(() => services.host.onNotice?.(setSaid), [services.host]);
  /** Statements dropped beside the pane, to be read by their page. */
  const [statements, setStatements] = useState<readonly File[]>([]);
  useEffect(fetchParts, []);
  const { state } = pane;
  const { words } = speechOf(language);
  const view = viewOf(state);
  useEffect(() =>
    services.host.onStatements?.((files) => {
      setStatements(files);
      goTo('statement');
      if (view === null) pane.analyze();
    }),
  );
  const running = state.kind === 'running' || work.busy;
  const covered = state.kind === 'running' || work.progress !== null;
  const rowMeaning = useCallback(
    (sheet: string, row: number) => services.session.rowMeaning(sheet, row),
    [services.session],
  );
  const show = (sheet: string, row: number): void => void services.host.selectRow(sheet, row);
  const copyDiagnostics = (): void => {
    const text = diagnosticsOf(state, services.host.about, language);
    pane.tell(services.host.copyText(text).then(() => ({ kind: 'copied' })));
  };
  const hostEntries = (services.host.actions?.(language) ?? []).map((action) => ({
    text: action.text,
    icon: <TableSimpleRegular />,
    act: () => pane.tell(work.start(action)),
  }));
  const tabbed = !settingsOpen && !covered && view !== null;
  return (
    <main className={styles.root}>
      {!settingsOpen && state.kind !== 'idle' && <Unseen as="h1">{words.name}</Unseen>}
      {view && !settingsOpen && <Tabs page={page} onPage={goTo} />}
      <div
        className={styles.panel}
        id={PANEL_ID}
        {...(tabbed ? { role: 'tabpanel', 'aria-labelledby': tabId(page) } : {})}
      >
        {settingsOpen && (
          <Part
            part={PARTS.settings}
            props={{
              settings: pane.settings,
              language,
              onLanguage,
              onApply: (settings) => {
                setSettingsOpen(false);
                pane.analyze(settings);
              },
              onForget: () => {
                setSettingsOpen(false);
                pane.forgetKept();
              },
              onClose: () => setSettingsOpen(false),
            }}
          />
        )}
        {!settingsOpen && state.kind === 'running' && (
          <Running progress={state.progress} onCancel={pane.cancel} />
        )}
        {!settingsOpen && work.progress && (
          <Running progress={work.progress} onCancel={work.cancel} />
        )}
        {!settingsOpen && state.kind === 'failed' && (
          <FailureBar
            failure={state.failure}
            onRetry={() => pane.analyze()}
            onMap={pane.mapHeader}
          />
        )}
        {!settingsOpen && state.kind === 'idle' && (
          <FirstRun
            look={state.look}
            host={services.host}
            onAnalyze={() => pane.analyze()}
            onPolicy={(kind) => services.session.writeExample(kind, language)}
          />
        )}
        {view &&
          visited.map((each) => (
            <div
              key={each}
              hidden={!tabbed || each !== page}
              className={each === 'edges' ? styles.whole : undefined}
            >
              {each === 'overview' && (
                <Overview
                  view={view}
                  answered={state.kind === 'ready' ? state.answered : []}
                  settings={pane.settings}
                  stale={state.kind !== 'running' && isStale(state)}
                  pane={pane}
                  onShow={show}
                  goTo={goTo}
                  onRowSelected={services.host.onRowSelected}
                  rowMeaning={rowMeaning}
                />
              )}
              {each === 'edges' && <Part part={PARTS.edges} props={{ view, onShow: show }} />}
              {each === 'advice' && (
                <Part
                  part={PARTS.advice}
                  props={{
                    view,
                    session: services.session,
                    onSuppose: pane.suppose,
                    onShow: show,
                  }}
                />
              )}
              {each === 'statement' && (
                <Part
                  part={PARTS.statement}
                  props={{
                    view,
                    session: services.session,
                    host: services.host,
                    offered: statements,
                    onShow: show,
                  }}
                />
              )}
              {each === 'policy' && (
                <Part
                  part={PARTS.policy}
                  props={{
                    view,
                    session: services.session,
                    policySheet: state.look?.policySheet ?? null,
                  }}
                />
              )}
            </div>
          ))}
      </div>
      {said && <NoticeBar notice={{ kind: 'said', failure: said }} onClose={() => setSaid(null)} />}
      {state.kind === 'ready' && state.notice && (
        <NoticeBar
          notice={state.notice}
          onCopy={services.host.copyText}
          onShow={(sheet) => show(sheet, 1)}
          onClose={() => pane.notice(null)}
        />
      )}
      {view && (
        <ActionBar
          onAnalyze={() => pane.analyze()}
          onWriteReview={pane.writeReview}
          onUndo={pane.undoRun}
          onClear={pane.clearHighlights}
          onDiagnostics={copyDiagnostics}
          onSettings={() => setSettingsOpen(true)}
          more={hostEntries}
          blocked={running ? words.busy.wait : null}
          noReview={state.kind === 'ready' ? null : words.review.none}
        />
      )}
    </main>
  );
}
