import { CellAlertType, type ICellAlert } from '@univerjs/preset-sheets-core';

/** The cell of the grid that something is said of. */
interface Noted {
  attachAlertPopup(alert: Omit<ICellAlert, 'location'>): { dispose(): void };
}

/** A sentence beside the selected cell. */
export class CellNote {
  private shown: { readonly text: string; readonly dispose: () => void } | null = null;

  show(at: Noted | null, why: { readonly cell: string; readonly text: string } | null): void {
    const text = why === null ? '' : `${why.cell} ${why.text}`;
    if (text === (this.shown?.text ?? '')) return;
    this.shown?.dispose();
    this.shown = null;
    if (at === null || why === null) return;
    const { cell: title, text: message } = why;
    const note = at.attachAlertPopup({
      key: 'refused',
      title,
      message,
      type: CellAlertType.ERROR,
      width: 280,
      height: 80,
    });
    this.shown = { text, dispose: () => note.dispose() };
  }
}
