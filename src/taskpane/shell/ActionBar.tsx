import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  BroomRegular,
  CopyRegular,
  DocumentTableRegular,
  SettingsRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSpeech } from '../speech.tsx';
import { type MenuEntry, MoreMenu } from './MoreMenu.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: {
    flexShrink: 0,
    minWidth: 0,
    whiteSpace: 'nowrap',
    '@container pane (max-width: 22rem)': {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
      '& > .fui-Button__icon': { display: 'none' },
    },
  },
  gap: { flexGrow: 1 },
});

interface ActionBarProps {
  readonly onAnalyze: () => void;
  readonly onWriteReview: () => void;
  readonly onUndo: () => void;
  readonly onClear: () => void;
  readonly onDiagnostics: () => void;
  readonly onSettings: () => void;
  /** What only this host can do. */
  readonly more: readonly MenuEntry[];
  /** Why nothing can be done now; null when it can. */
  readonly blocked: string | null;
  /** Why there is no review to write; null when there is. */
  readonly noReview: string | null;
}

/** What is always one click away, and the rest behind one more. */
export function ActionBar({
  onAnalyze,
  onWriteReview,
  onUndo,
  onClear,
  onDiagnostics,
  onSettings,
  more,
  blocked,
  noReview,
}: ActionBarProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const reviewReason = blocked ?? noReview;
  const entries = [
    {
      text: words.actions.undoRun,
      icon: <ArrowUndoRegular />,
      act: onUndo,
      blocked: reviewReason ?? undefined,
    },
    {
      text: words.actions.clearHighlights,
      icon: <BroomRegular />,
      act: onClear,
      blocked: blocked ?? undefined,
    },
    ...more.map((entry) => ({ ...entry, blocked: blocked ?? undefined })),
    { text: words.actions.copyDiagnostics, icon: <CopyRegular />, act: onDiagnostics },
  ];
  return (
    <div className={styles.bar}>
      <Button
        className={styles.main}
        disabledFocusable={blocked !== null}
        title={blocked ?? undefined}
        onClick={onAnalyze}
      >
        {words.actions.analyzeAgain}
      </Button>
      <Button
        className={styles.main}
        appearance="primary"
        icon={<DocumentTableRegular />}
        disabledFocusable={reviewReason !== null}
        title={reviewReason ?? undefined}
        onClick={onWriteReview}
      >
        {words.actions.writeReview}
      </Button>
      <div className={styles.gap} />
      <MoreMenu label={words.actions.more} entries={entries} opens="up" />
      <Button
        appearance="subtle"
        icon={<SettingsRegular />}
        aria-label={words.actions.settings}
        title={words.actions.settings}
        onClick={onSettings}
      />
    </div>
  );
}
