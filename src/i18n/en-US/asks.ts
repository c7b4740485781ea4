import type { Asked, Choice } from '#facts/asks.ts';

interface Asks {
  readonly cancel: string;
  readonly text: (asked: Asked) => string;
  readonly choices: Readonly<Record<Asked['kind'], Partial<Readonly<Record<Choice, string>>>>>;
}

/** What the browser edition asks before something would be lost or written. */
export const asks: Asks = {
  cancel: 'Cancel',
  text: (asked) => {
    switch (asked.kind) {
      case 'leave':
        return (
          `“${asked.name}” has edits or answers that no file holds yet. They stay on this ` +
          `computer and come back when you open the same file again. Open “${asked.next}”?`
        );
      case 'reread':
        return (
          `“${asked.name}” has edits that no file holds yet. Reading it again takes what is ` +
          'on the disk, and these edits do not come along; answers, column mapping and settings do.'
        );
      case 'forget':
        return (
          'Forget every file, edit, answer and draft kept on this computer? What was neither ' +
          'downloaded nor saved to a file cannot be brought back.'
        );
      case 'writeBack':
        return (
          `Write the changes back to “${asked.name}”? The file on the disk is replaced; only ` +
          `the cells you edited, Rebate Radar's own sheets and the highlights differ.`
        );
      case 'dropped':
        return `“${asked.name}” may be a vendor's statement or an order sheet. What is it?`;
      case 'elsewhere':
        return (
          `“${asked.name}” is open in another tab too, with other edits or answers. Only one ` +
          'of the two can be kept on this computer. Which one?'
        );
    }
  },
  choices: {
    leave: { go: 'Open it', download: 'Download first' },
    reread: { go: 'Read again' },
    forget: { go: 'Forget all' },
    writeBack: { go: 'Write to the file' },
    dropped: { statement: 'Reconcile it as a statement', orders: 'Open it as orders' },
    elsewhere: { mine: 'Keep this tab’s', theirs: 'Take up the other tab’s' },
  },
};
