import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { PaneSession } from '#application/session/pane-session.ts';
import { periodOfTexts, type SettlementView } from '#application/reconcile/settlement-view.ts';
import type { PaneHost } from '../pane-services.ts';
import type { Failure } from '../pane-state.ts';
import { useSpeech } from '../speech.tsx';
import { failureOf } from '../failure.ts';
import { PeriodFields } from './PeriodFields.tsx';
import { SettlementResult } from './SettlementResult.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The statement's own days say which period it is of. */
const AS_IT_SAYS = { from: null, to: null };

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly view: SettlementView };

interface StatementPageProps {
  readonly view: AnalysisView;
  readonly session: PaneSession;
  readonly host: PaneHost;
  /** Files that were dropped elsewhere on the page. */
  readonly offered: readonly File[];
  readonly onShow: (sheet: string, row: number) => void;
}

/**
 * The vendor's statement against the ledger: three figures, the causes by yuan, and what to say.
 */
export function StatementPage({
  view,
  session,
  host,
  offered,
  onShow,
}: StatementPageProps): ReactNode {
  const styles = useStyles();
  const { words, say } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [typed, setTyped] = useState({ from: '', to: '' });
  const isLeftOut = typed.from.trim() === '' && typed.to.trim() === '';
  const period = isLeftOut ? AS_IT_SAYS : periodOfTexts(typed.from, typed.to);

  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0 || period === undefined) return;
    setState({ kind: 'running' });
    try {
      const opened = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const settled = await session.reconcile({ files: opened, ...period });
      setState(
        settled.ok
          ? { kind: 'ready', view: settled.value }
          : { kind: 'failed', failure: settled.error },
      );
    } catch (error) {
      setState({ kind: 'failed', failure: failureOf(error) });
    }
  };
  const readOffered = useRef(read);
  readOffered.current = read;
  useEffect(() => void readOffered.current(offered), [offered]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void read([...event.dataTransfer.files]);
  };
  return (
    <div className={styles.root}>
      {state.kind !== 'ready' && (
        <PeriodFields typed={typed} valid={period !== undefined} onType={setTyped} />
      )}
      {state.kind !== 'ready' && (
        <div className={styles.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          {state.kind === 'running' ? (
            <Spinner label={words.statement.reading} />
          ) : (
            <p className={styles.hint}>{words.statement.drop}</p>
          )}
          <Button
            appearance="primary"
            disabledFocusable={period === undefined || state.kind === 'running'}
            title={period === undefined ? words.statement.badPeriod : undefined}
            onClick={() => input.current?.click()}
          >
            {words.statement.choose}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept=".xlsx,.xlsm,.csv,.tsv,.txt"
            aria-label={words.statement.choose}
            onChange={(event) => {
              void read([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
      )}
      {state.kind === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{say(state.failure)}</MessageBarBody>
        </MessageBar>
      )}
      {state.kind === 'ready' && (
        <SettlementResult
          view={state.view}
          host={host}
          orders={view.orders}
          onShow={onShow}
          onAnother={() => setState({ kind: 'idle' })}
        />
      )}
    </div>
  );
}
