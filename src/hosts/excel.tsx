/// <reference types="office-js" />

import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PaneSession } from '#application/session/pane-session.ts';
import type { Session } from '#application/session/session.ts';
import { offerWorkbook } from '#application/session/sheet-parts.ts';
import { connect } from '#application/session/remote-calls.ts';
import type { Language } from '#domain/language.ts';
import { Pane } from '#taskpane/shell/Pane.tsx';
import { OfficeFormulas } from '#workbook/office/office-formulas.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { ExcelHost, Notices } from './excel-host.ts';
import { formulaActions } from './formula-actions.ts';
import { RibbonClicks } from './ribbon-clicks.ts';
import { Startup } from './startup.ts';
import type { HostSteps } from '#taskpane/pane-services.ts';
import { onWorkbookPolicyUsed } from '#functions/policy-source.ts';
import { officeReady, showWaiting } from './office-ready.ts';
import { useOfficeDark } from './office-theme.ts';
import { languageOfOffice, rememberLanguage } from './page-language.ts';
import { expectPolicy, watchPolicy } from './policy-watch.ts';
import { VERSION } from './version.ts';
import { channelOf } from './worker-channel.ts';

const LOOK_EVERY_MS = 30_000;

/** After the first paint and the pages of the pane. */
const FETCHED_AFTER_MS = 2000;

/** Fetched once; a failed attempt may be made again. */
const contractRun = () => import('./contract-run.ts');

const clicks = new RibbonClicks();

clicks.listen();

expectPolicy();

void officeReady(showWaiting).then((place) => {
  // Anywhere but in Excel the same pane works over a file of the user's own.
  if (place === 'elsewhere') location.replace(`index.html${location.search}`);
  else start();
});

function start(): void {
  const notices = new Notices();
  const workbook = new OfficeWorkbook({ notice: notices.tell });
  const worker = new Worker(new URL('./excel.worker.ts', import.meta.url));
  const session = connect<PaneSession & Pick<Session, 'planColumns'>>(
    channelOf(worker),
    offerWorkbook(workbook),
  );
  const formulas = new OfficeFormulas({
    notice: notices.tell,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const startup = new Startup(workbook, notices.tell);
  const host = new ExcelHost(
    workbook,
    formulaActions(formulas, session, checkExcel, startup),
    notices.listen,
    clicks,
  );
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App session={session} host={host} />
      </StrictMode>,
    );
  watchPolicy(workbook).then(
    // An event can be lost: the policy is looked at from time to time all the same.
    (watch) => setInterval(() => void watch.look(), LOOK_EVERY_MS),
    (error: unknown) => console.warn(error),
  );
  // While the line is up: a line that goes down later takes nothing away.
  setTimeout(() => void contractRun().catch(() => undefined), FETCHED_AFTER_MS);
  onWorkbookPolicyUsed(() => {
    startup.used().catch((error: unknown) => console.warn(error));
  });
}

/** Runs the adapter's contract in this very Excel; the report. */
async function checkExcel({ progress, signal }: HostSteps): Promise<string> {
  const { contractReport } = await contractRun();
  return contractReport(
    {
      version: VERSION,
      platform: String(Office.context.platform ?? ''),
      host: String(Office.context.diagnostics?.version ?? ''),
    },
    ({ done, total }) => {
      signal.throwIfAborted();
      progress(done, total);
    },
  );
}

function App({ session, host }: { readonly session: PaneSession; readonly host: ExcelHost }) {
  const [language, setLanguage] = useState<Language>(() =>
    languageOfOffice(Office.context.displayLanguage),
  );
  const [services] = useState({ session, host });
  const isDark = useOfficeDark();
  useEffect(() => {
    document.documentElement.lang = language;
    host.language = language;
  }, [host, language]);
  const change = (next: Language): void => {
    rememberLanguage(next);
    setLanguage(next);
  };
  return <Pane services={services} language={language} isDark={isDark} onLanguage={change} />;
}
