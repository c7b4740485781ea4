import { type DragEvent, useState } from 'react';
import type { OpenBook } from './use-workbook.ts';

interface Placed {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

export interface Drop {
  /** Something is held over the page. */
  readonly over: boolean;
  readonly handlers: Readonly<
    Record<'onDragOver' | 'onDragLeave' | 'onDropCapture' | 'onDrop', (event: DragEvent) => void>
  >;
}

/** Files dropped anywhere on the page. */
export function useDrop(book: Pick<OpenBook, 'drop'>): Drop {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        event.preventDefault();
        setOver(true);
      },
      // Between two parts of the page nothing has left it.
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      // A part of the page may take the drop for itself.
      onDropCapture: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault();
        const { files, items } = event.dataTransfer;
        // Where it lies can only be asked for while the drop is being handled.
        const place = (items[0] as Placed | undefined)?.getAsFileSystemHandle?.();
        book.drop([...files], place ?? Promise.resolve(null), event.dataTransfer.getData('text'));
      },
    },
  };
}
