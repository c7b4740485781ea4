import { clear, createStore, del, entries, get, set, update, type UseStore } from 'idb-keyval';
import { holdsWork, type WorkShelf } from '#application/live/kept-work.ts';
import { workFound } from '#application/live/work-found.ts';

/** Files kept at most; the one longest untouched goes when another comes. */
const MOST_FILES = 12;

/** Which files are kept, without their bytes: `turn` goes up with each opening. */
interface Listed {
  readonly id: string;
  readonly turn: number;
}

/** The browser's own database on this computer; null where the page may not use one. */
export function browserShelf(): WorkShelf | null {
  // Without a secure context there is no fingerprint to know a file by.
  if (typeof indexedDB === 'undefined' || !isSecureContext) return null;
  const files = createStore('rebate-radar-files', 'files');
  const works = createStore('rebate-radar-work', 'work');
  const turns = createStore('rebate-radar-turns', 'turns');
  return {
    keepFile: async (file) => {
      const [latest, ...older] = await latestFirst(turns);
      await set(file.id, file, files);
      await set(file.id, (latest?.turn ?? 0) + 1, turns);
      const others = [latest, ...older].filter((each) => each !== undefined && each.id !== file.id);
      for (const { id } of others.slice(MOST_FILES - 1) as Listed[])
        await Promise.all([del(id, files), del(id, works), del(id, turns)]);
    },
    keepWork: async (id, work, over) => {
      let turn: number | null = null;
      // One step for the database: two pages cannot both find it free.
      await update<unknown>(
        id,
        (found) => {
          const kept = workFound(found);
          if (kept !== null && kept.turn !== over && holdsWork(kept)) return found;
          turn = Math.max(over, kept?.turn ?? 0) + 1;
          return { ...work, turn };
        },
        works,
      );
      return turn;
    },
    work: (id) => get<unknown>(id, works),
    file: async (id) => {
      const own = id === null ? undefined : await get<unknown>(id, files);
      if (own !== undefined) return own;
      const [latest] = await latestFirst(turns);
      return latest === undefined ? null : get<unknown>(latest.id, files);
    },
    forget: async () => {
      await Promise.all([clear(works), clear(files), clear(turns)]);
    },
  };
}

const latestFirst = async (turns: UseStore): Promise<readonly Listed[]> =>
  (await entries<string, number>(turns))
    .map(([id, turn]) => ({ id, turn }))
    .sort((a, b) => b.turn - a.turn);

/** SHA-256 of a file's name and bytes, in hexadecimal. */
export async function fingerprint(name: string, bytes: Uint8Array): Promise<string> {
  const called = new TextEncoder().encode(`${name}\0`);
  const whole = new Uint8Array(called.length + bytes.length);
  whole.set(called);
  whole.set(bytes, called.length);
  const digest = await crypto.subtle.digest('SHA-256', whole);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
