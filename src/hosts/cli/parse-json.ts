import { DEEPEST_JSON } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';

/**
 * A string, or what opens, closes and parts the things of JSON. Strings of JSON end; that they need
 * not keeps the search from beginning again at every quote.
 */
const TOKENS = /"(?:[^"\\]|\\.)*"?|[{}[\],:]/g;

/** The value that a JSON file holds. One name twice in an object is refused: which one counts? */
export function parseJson(bytes: Uint8Array, name: string): unknown {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal({ code: 'cli.json-broken', name });
  }
  if (isTooDeep(text)) throw new Refusal({ code: 'cli.json-nested', name, most: DEEPEST_JSON });
  const key = nameGivenTwice(text);
  if (key !== undefined) throw new Refusal({ code: 'cli.json-twice', name, key });
  return value;
}

/** More things in one another than any file of ours has; `text` is JSON. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > DEEPEST_JSON) return true;
  }
  return false;
}

/** The first name that stands twice in one object; `text` is JSON. */
function nameGivenTwice(text: string): string | undefined {
  /** Of each object that is open its names; null for a list. */
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key = JSON.parse(last) as string;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
    last = token;
  }
  return undefined;
}
