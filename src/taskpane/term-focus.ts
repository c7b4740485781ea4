/**
 * All terms of the pane are one stop of the Tab key: arrows go from term to term, so that nobody
 * has to pass a dozen words on the way to the next button.
 */
const TERM = 'button[data-term]';

export const termsRoot = (term: Element | null): Element => term?.closest('main') ?? document.body;

const termsIn = (root: Element): readonly HTMLButtonElement[] => [
  ...root.querySelectorAll<HTMLButtonElement>(TERM),
];

/** One term takes the Tab key: the one that had it, else the first. */
export function settleStop(root: Element): void {
  const terms = termsIn(root);
  const stop = terms.find(({ tabIndex }) => tabIndex === 0) ?? terms[0];
  if (stop !== undefined) makeStop(stop, root);
}

export function makeStop(stop: HTMLButtonElement, root: Element): void {
  for (const term of termsIn(root)) term.tabIndex = term === stop ? 0 : -1;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** Says whether the key was an arrow; the focus is then on the next term, round and round. */
export function moveByArrow(key: string, from: HTMLButtonElement): boolean {
  const step = STEPS.get(key);
  if (step === undefined) return false;
  const terms = termsIn(termsRoot(from));
  const next = terms[(terms.indexOf(from) + step + terms.length) % terms.length];
  next?.focus();
  return true;
}
