import type { Question, QuestionChoice, QuestionReason } from '#domain/ledger/ledger.ts';

/** More than this of one group nobody reads in a list beside a sheet; all can be answered. */
const MOST_SHOWN = 100;
const MOST_GROUPS = 200;

/** Questions that one answer may settle together. */
export interface QuestionGroup {
  readonly key: string;
  readonly reason: QuestionReason;
  readonly count: number;
  /** Rows that wait for them. */
  readonly rows: number;
  /** The first of them. */
  readonly questions: readonly Question[];
}

/** An answer to every question of a group but some; a group of null: to all that can take it. */
export interface GroupAnswer {
  readonly group: string | null;
  readonly except: readonly string[];
  readonly choice: {
    readonly id: string;
    readonly kind: QuestionChoice['kind'];
    /** Its place among the dates that the question offers; null for other kinds, or when typed. */
    readonly place: { readonly at: number; readonly of: number } | null;
  };
}

/** Products belong together however they are called; other questions by what is asked. */
const groupOf = ({ reason, alike }: Question): string => (reason === 'category' ? reason : alike);

export function questionGroups(questions: readonly Question[]): readonly QuestionGroup[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const group = groups.get(groupOf(question));
    if (group === undefined) groups.set(groupOf(question), [question]);
    else group.push(question);
  }
  return [...groups].slice(0, MOST_GROUPS).map(([key, all]) => ({
    key,
    reason: (all[0] as Question).reason,
    count: all.length,
    rows: all.reduce((sum, { indices }) => sum + indices.length, 0),
    // How many rows wait is all the pane says of them.
    questions: all.slice(0, MOST_SHOWN).map((each) => ({ ...each, indices: [] })),
  }));
}

/** The answers that an answer to a group comes to, by question key. */
export function answersToGroup(
  questions: readonly Question[],
  { group, except, choice }: GroupAnswer,
): { readonly [key: string]: string } {
  const spared = new Set(except);
  return Object.fromEntries(
    questions
      .filter((each) => (group === null || groupOf(each) === group) && !spared.has(each.key))
      .flatMap((each): readonly (readonly [string, string])[] => {
        const id = idFor(each, choice);
        return id === undefined ? [] : [[each.key, id]];
      }),
  );
}

/**
 * The same choice on a question alike. Dates differ from cell to cell: the same way of reading is
 * the one at the same place, where there are as many to choose from. Nothing else is carried over.
 */
function idFor(question: Question, { id, kind, place }: GroupAnswer['choice']): string | undefined {
  const { choices, reason } = question;
  if (kind === 'date' && reason === 'date' && place !== null) {
    const dates = choices.filter((other) => other.kind === 'date');
    return dates.length === place.of ? dates[place.at]?.id : undefined;
  }
  if (choices.some((other) => other.id === id)) return id;
  return kind === 'category' && reason === 'category' && id.startsWith('category:')
    ? id
    : undefined;
}
