import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { ColumnMappingProps } from '../ColumnMapping.tsx';
import { latePart, Part } from '../LatePart.tsx';
import { Findings } from '../Findings.tsx';
import { failureOf } from '../failure.ts';
import type { Failure, Notice } from '../pane-state.ts';
import { type Speech, useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  failed: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  report: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  notice: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
});

/** What stopped the run, where, and what to do now. */
export function FailureBar({
  failure,
  onRetry,
  onMap,
}: {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly onMap: ColumnMappingProps['onMap'];
}): ReactNode {
  const styles = useStyles();
  const { words, say } = useSpeech();
  return (
    <div className={styles.failed}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.failed.title}</MessageBarTitle> {say(failure)}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onRetry}>{words.actions.retry}</Button>
        </MessageBarActions>
      </MessageBar>
      {failure.code === 'run.no-order-sheet' && failure.headers && failure.headers.length > 0 && (
        <Part part={MAPPING} props={{ headers: failure.headers, known: NO_FIELDS, onMap }} />
      )}
      {failure.code === 'run.policy-errors' && <Findings findings={failure.findings} />}
    </div>
  );
}

const MAPPING = latePart(() =>
  import('../ColumnMapping.tsx').then((module) => module.ColumnMapping),
);
const NO_FIELDS: ReadonlyMap<string, readonly string[]> = new Map();

/** What the last action did, until it is closed or the next one. */
export function NoticeBar({
  notice,
  onClose,
  onCopy,
  onShow,
}: {
  readonly notice: Notice;
  readonly onClose: () => void;
  readonly onCopy?: (text: string) => Promise<void>;
  readonly onShow?: (sheet: string) => void;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  return (
    <div className={styles.notice}>
      <MessageBar
        intent={notice.kind === 'failed' ? 'error' : notice.kind === 'said' ? 'info' : 'success'}
        layout="multiline"
      >
        <MessageBarBody>
          {noticeText(notice, speech)}
          {notice.kind === 'told' && notice.report !== undefined && (
            <Report text={notice.report} onCopy={onCopy} />
          )}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={speech.words.actions.close}
              onClick={onClose}
            />
          }
        >
          {notice.kind === 'review' && onShow && (
            <Button onClick={() => onShow(notice.sheet)}>{speech.words.review.show}</Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

/** A longer text that stays on screen, to read, select and copy. */
function Report({
  text,
  onCopy,
}: {
  readonly text: string;
  readonly onCopy: ((text: string) => Promise<void>) | undefined;
}): ReactNode {
  const styles = useStyles();
  const { words, say } = useSpeech();
  const [said, setSaid] = useState('');
  return (
    <>
      <textarea
        className={styles.report}
        readOnly
        rows={12}
        aria-label={words.broken.report}
        value={text}
      />
      {onCopy && (
        <Button
          onClick={() => {
            onCopy(text).then(
              () => setSaid(words.done.copied),
              (error: unknown) => setSaid(say(failureOf(error))),
            );
          }}
        >
          {words.broken.copy}
        </Button>
      )}
      <span role="status">{said}</span>
    </>
  );
}

function noticeText(notice: Notice, { words, say }: Speech): string {
  if (notice.kind === 'failed' || notice.kind === 'said') return say(notice.failure);
  if (notice.kind === 'told') return notice.text;
  return notice.kind === 'review' ? words.review.written(notice.sheet) : words.done[notice.kind];
}
