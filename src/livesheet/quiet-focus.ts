import { DocSelectionRenderService } from '@univerjs/preset-sheets-core';

/**
 * The grid takes the keyboard with every selection that it draws, those the page asks for among
 * them: an open menu closed when the sheet arrived, and a list in the pane lost its place. Here the
 * keyboard goes to the grid once a person went there, and stays where it is otherwise.
 */
let grid: HTMLElement | null = null;
let isThere = false;

const take = DocSelectionRenderService.prototype.focus;
DocSelectionRenderService.prototype.focus = function (this: DocSelectionRenderService): void {
  if (isThere) take.call(this);
};

/** Completions and menus of the grid stand beside it in the page. */
const OWN_POPUP = '[class*="univer-"]';

function follow({ target }: Event): void {
  if (!(target instanceof Element) || grid === null) return;
  if (grid.contains(target)) isThere = true;
  else if (target.closest(OWN_POPUP) === null) isThere = false;
}
document.addEventListener('pointerdown', follow, true);
document.addEventListener('focusin', follow, true);

/** A grid in another element of the page: nobody is there yet. */
export function watchFocus(container: HTMLElement): void {
  grid = container;
  isThere = false;
}

/** A person asked for something in the grid by a button beside it: the keyboard goes along. */
export function goThere(): void {
  isThere = true;
}
