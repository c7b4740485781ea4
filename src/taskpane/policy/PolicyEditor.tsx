import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { PaneSession } from '#application/session/pane-session.ts';
import { type TypedPolicy, typedPolicy } from '#domain/policy/typed-policy.ts';
import type { PolicyTrial } from '#application/draft-policy/policy-trial.ts';
import { POLICY_COLUMNS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PastedPolicy } from '#domain/policy/policy-draft.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../pane-state.ts';
import type { Draft } from '../drafts.ts';
import { useSpeech } from '../speech.tsx';
import { DraftStart } from './DraftStart.tsx';
import { TrialResult } from './TrialResult.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  explain: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  scroller: {
    overflowX: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    padding: tokens.spacingHorizontalXS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  cell: {
    padding: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  input: {
    width: '6rem',
    padding: tokens.spacingHorizontalXS,
    border: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    boxSizing: 'border-box',
    fontVariantNumeric: 'tabular-nums',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  wrong: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteRedBorder2}`,
  },
  found: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
});

/** The policy as a table to type in; each change is checked by cell and priced on this ledger. */
export function PolicyEditor({
  policy,
  session,
  kept,
}: {
  readonly policy: Policy;
  readonly session: PaneSession;
  /** The draft as it was left. */
  readonly kept?: Draft;
}): ReactNode {
  const styles = useStyles();
  const { words, language, say } = useSpeech();
  const [unread, setUnread] = useState<PastedPolicy['unread']>([]);
  const [draft, setDraft] = useState<TypedPolicy>(
    () => typedPolicyOf(kept?.kept) ?? typedPolicy(policy, language),
  );
  const change = (changed: TypedPolicy): void => {
    setDraft(changed);
    kept?.keep(JSON.stringify(changed));
  };
  const [trial, setTrial] = useState<PolicyTrial | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const findingsId = useId();

  useEffect(() => {
    let latest = true;
    session.tryPolicy(draft, language).then((result) => {
      if (latest) setTrial(result);
    }, failureOf);
    return () => {
      latest = false;
    };
  }, [session, draft, language]);

  const type = (row: number, column: number, text: string): void =>
    change({
      ...draft,
      rows: draft.rows.map((cells, at) =>
        at === row ? cells.map((cell, index) => (index === column ? text : cell)) : cells,
      ),
    });
  const errors = trial?.findings.filter((finding) => finding.level === 'error') ?? [];
  const later = trial?.findings.filter(({ fact }) => fact.code === 'policy.header-read-later');
  const told = [...errors, ...(later ?? [])];
  const isWrong = (row: number, column: number): boolean =>
    errors.some((finding) => finding.cell === `${row}:${column}`);
  const blocked = errors.length > 0 ? words.policy.errors(errors.length) : undefined;
  return (
    <section className={styles.root} aria-label={words.policy.draft}>
      <h2 className={styles.title}>{words.policy.draft}</h2>
      <p className={styles.explain}>{words.policy.draftExplain}</p>
      <DraftStart
        onDraft={(next, unread) => {
          change(next);
          setUnread(unread);
        }}
      />
      {unread.length > 0 && (
        <p className={styles.explain} role="status">
          {words.policy.unread(
            unread.map(({ header, first }) => `${header} (${first})`).join(' · '),
          )}
        </p>
      )}
      <div className={styles.scroller} tabIndex={0} role="region" aria-label={words.policy.drafted}>
        <table className={styles.table}>
          <thead>
            <tr>
              {draft.columns.map((column, at) => (
                <th key={at} scope="col" className={styles.head}>
                  {draft.headers?.[at] ?? words.policy.columns[column]}
                </th>
              ))}
              <td className={styles.head} />
            </tr>
          </thead>
          <tbody>
            {draft.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((text, column) => (
                  <td key={column} className={styles.cell}>
                    <input
                      className={mergeClasses(styles.input, isWrong(row, column) && styles.wrong)}
                      value={text}
                      aria-label={words.policy.cell(
                        words.policy.columns[draft.columns[column] ?? 'rate'],
                        row + 1,
                      )}
                      aria-invalid={isWrong(row, column)}
                      aria-describedby={isWrong(row, column) ? findingsId : undefined}
                      onChange={(event) => type(row, column, event.target.value)}
                    />
                  </td>
                ))}
                <td className={styles.cell}>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={words.policy.removeTier(row + 1)}
                    onClick={() =>
                      change({ ...draft, rows: draft.rows.filter((_, at) => at !== row) })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {told.length > 0 && (
        <ul id={findingsId} className={styles.found} aria-live="polite">
          {told.map((finding, index) => (
            <li
              key={index}
            >{`${cellText(finding.cell, draft, words.policy)}${say(finding.fact)}`}</li>
          ))}
        </ul>
      )}
      {trial?.policy && <TrialResult trial={trial} />}
      {failure && (
        <p className={styles.explain} role="alert">
          {say(failure)}
        </p>
      )}
      {written !== null && (
        <p className={styles.explain} role="status">
          {words.policy.written(written)}
        </p>
      )}
      <div className={styles.actions}>
        <Button icon={<AddRegular />} onClick={() => change(withTier(draft))}>
          {words.policy.addTier}
        </Button>
        <Select
          aria-label={words.policy.addColumn}
          value=""
          onChange={(_, { value }) => {
            const column = POLICY_COLUMNS.find((each) => each === value);
            if (column) change(withColumn(draft, column, words.policy.columns[column]));
          }}
        >
          <option value="">{words.policy.addColumn}</option>
          {POLICY_COLUMNS.filter((column) => !draft.columns.includes(column)).map((column) => (
            <option key={column} value={column}>
              {words.policy.columns[column]}
            </option>
          ))}
        </Select>
        <Button
          appearance="primary"
          disabledFocusable={blocked !== undefined}
          title={blocked}
          onClick={() => {
            session.writePolicy(draft, language).then(
              (name) => {
                setWritten(name);
                kept?.keep(null);
              },
              (error: unknown) => setFailure(failureOf(error)),
            );
          }}
        >
          {words.policy.write}
        </Button>
      </div>
    </section>
  );
}

/** Another tier of the last component: the same name, the rest to be typed. */
function withTier(draft: TypedPolicy): TypedPolicy {
  const last = draft.rows.at(-1) ?? draft.columns.map(() => '');
  const name = draft.columns.indexOf('component');
  return {
    ...draft,
    rows: [...draft.rows, last.map((text, column) => (column === name ? text : ''))],
  };
}

/** Another column, blank: as if the table had it and said nothing. */
const withColumn = (draft: TypedPolicy, column: PolicyColumn, header: string): TypedPolicy => ({
  ...draft,
  columns: [...draft.columns, column],
  ...(draft.headers ? { headers: [...draft.headers, header] } : {}),
  rows: draft.rows.map((cells) => [...cells, '']),
});

/** "第 2 行 比例：" before the sentence about that cell; nothing for what is about the whole. */
function cellText(
  cell: string,
  draft: TypedPolicy,
  words: ReturnType<typeof useSpeech>['words']['policy'],
): string {
  const [row, column] = cell.split(':').map(Number);
  const name = column === undefined ? undefined : draft.columns[column];
  return name === undefined || row === undefined || Number.isNaN(row) || row < 0
    ? ''
    : `${words.cell(words.columns[name], row + 1)}: `;
}

/** A draft as it was kept; undefined when there is none that can be read. */
function typedPolicyOf(text: string | null | undefined): TypedPolicy | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const draft = JSON.parse(text) as TypedPolicy;
    return Array.isArray(draft.columns) && Array.isArray(draft.rows) ? draft : undefined;
  } catch {
    return undefined;
  }
}
