const LOOK = /^\(\?<?[=!]/;

interface Apart {
  /** The expression with nothing where it looked around. */
  readonly bare: string;
  /** What it looked for, ahead or behind. */
  readonly looks: readonly string[];
}

export function withoutLooking(source: string): Apart {
  let bare = '';
  const looks: string[] = [];
  for (let at = 0; at < source.length;) {
    const look = LOOK.exec(source.slice(at, at + 4))?.[0];
    const end = look === undefined ? behindToken(source, at) : behindGroup(source, at);
    if (look === undefined) bare += source.slice(at, end);
    else looks.push(source.slice(at + look.length, end - 1));
    at = end;
  }
  return { bare, looks };
}

/** Behind an escape, a class of characters, or one character. */
function behindToken(source: string, at: number): number {
  if (source[at] === '\\') return at + 2;
  if (source[at] !== '[') return at + 1;
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function behindGroup(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at = behindToken(source, at)) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}
