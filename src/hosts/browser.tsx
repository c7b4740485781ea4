import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { FileSession, SavedFile } from '#application/session/file-session.ts';
import { connect } from '#application/session/remote-calls.ts';
import type { Language } from '#domain/language.ts';
import { BrowserEdition } from '#taskpane/browser/BrowserEdition.tsx';
import type { BrowserFiles } from '#taskpane/browser/browser-files.ts';
import { usePrefersDark } from './prefers-dark.ts';
import { languageOfPage, rememberLanguage } from './page-language.ts';
import { VERSION } from './version.ts';
import { channelOf } from './worker-channel.ts';

/** The browser edition: the pane over a file of the user's, read and computed in a worker. */
const worker = new Worker(new URL('./file.worker.ts', import.meta.url));
const session = connect<FileSession>(channelOf(worker));

const SHOWN = 'rebate-radar-file';

const files: BrowserFiles = {
  sample: async (language) => {
    const response = await fetch(`assets/samples/orders-${language}.xlsx`);
    const name = language === 'zh-CN' ? '示例台账.xlsx' : 'Sample ledger.xlsx';
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  },
  download,
  loadGrid: async () => (await import('./load-grid.ts')).loadGrid(),
  loadDisk:
    'showOpenFilePicker' in window && isSecureContext
      ? () => import('./file-system-access.ts').then(({ disk }) => disk)
      : null,
  shown: {
    get: () => sessionStorage.getItem(SHOWN),
    set: (id) => sessionStorage.setItem(SHOWN, id),
  },
  about: { version: VERSION, platform: navigator.userAgent },
};

function download({ name, bytes }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

function App() {
  const [language, setLanguage] = useState<Language>(languageOfPage);
  const isDark = usePrefersDark();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const change = (next: Language): void => {
    rememberLanguage(next);
    setLanguage(next);
  };
  return (
    <BrowserEdition
      session={session}
      files={files}
      language={language}
      isDark={isDark}
      onLanguage={change}
      startsLive={new URLSearchParams(location.search).get('sheet') !== 'table'}
    />
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
