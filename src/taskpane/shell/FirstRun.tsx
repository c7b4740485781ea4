import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { DataBarHorizontalRegular } from '@fluentui/react-icons';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { WorkbookLook } from '#application/session/pane-session.ts';
import type { ExampleKind } from '#domain/policy/example-kinds.ts';
import { Sentence } from '../figures.tsx';
import { failureOf } from '../failure.ts';
import type { PaneHost } from '../pane-services.ts';
import { useSpeech } from '../speech.tsx';

const PolicyKinds = lazy(() =>
  import('../policy/PolicyKinds.tsx').then((module) => ({ default: module.PolicyKinds })),
);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalXL,
  },
  mark: { fontSize: tokens.fontSizeHero800, color: tokens.colorBrandForeground1, display: 'flex' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  purpose: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  found: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  links: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface FirstRunProps {
  readonly look: WorkbookLook | null;
  readonly host: PaneHost;
  readonly onAnalyze: () => void;
  /** Writes an example policy of that kind to change; its sheet's name. */
  readonly onPolicy: (kind: ExampleKind) => Promise<string>;
}

/** What the pane does, what it found, and one button. */
export function FirstRun({ look, host, onAnalyze, onPolicy }: FirstRunProps): ReactNode {
  const styles = useStyles();
  const { words, count, say, language } = useSpeech();
  const [picking, setPicking] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const failed = (error: unknown): void => setSaid(say(failureOf(error)));
  const opened = (opening: Promise<void>): void => {
    setSaid('');
    opening.catch(failed);
  };
  const sheet = look?.orderSheet ?? null;
  return (
    <div className={styles.root}>
      <DataBarHorizontalRegular className={styles.mark} />
      <h1 className={styles.title}>{words.name}</h1>
      <p className={styles.purpose}>{words.firstRun.purpose}</p>
      {sheet && (
        <p className={styles.found}>
          <Sentence text={words.firstRun.found(sheet.name, count(sheet.rowCount))} />
        </p>
      )}
      {look && !sheet && (
        <p className={styles.found}>
          {words.firstRun.notFound} {words.firstRun.noSheetReason}
        </p>
      )}
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={sheet === null}
        title={sheet === null ? words.firstRun.noSheetReason : undefined}
        onClick={onAnalyze}
      >
        {words.actions.analyze}
      </Button>
      <div className={styles.links}>
        {host.openFile && (
          <Link as="button" onClick={host.openFile}>
            {words.browser.open}
          </Link>
        )}
        <Link as="button" onClick={() => opened(host.openSample())}>
          {words.firstRun.sample}
        </Link>
        <Link as="button" onClick={() => opened(host.openTemplate())}>
          {words.firstRun.template}
        </Link>
        <Link as="button" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {words.firstRun.policy}
        </Link>
        {picking && (
          <Suspense>
            <PolicyKinds
              onPick={(kind) => {
                setSaid('');
                onPolicy(kind).then(setWritten, failed);
              }}
            />
          </Suspense>
        )}
        <Link href={`assets/help/${language}/guide.html`} target="_blank" rel="noreferrer">
          {words.firstRun.guide}
        </Link>
      </div>
      {said !== '' && (
        <p className={styles.found} role="alert">
          {said}
        </p>
      )}
      {written !== null && (
        <p className={styles.found} role="status">
          {words.firstRun.policyWritten(written)}
        </p>
      )}
      <p className={styles.quiet}>{words.firstRun.untouched}</p>
    </div>
  );
}
