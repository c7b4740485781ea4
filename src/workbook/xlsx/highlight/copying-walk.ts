import { SheetWalk } from '../read/sheet-walk.ts';
import type { PartSink } from '../zip/pack.ts';
import { PartCopier } from './part-copier.ts';

/** Goes through a part and carries over as it is whatever the walk neither writes nor skips. */
export abstract class CopyingWalk extends SheetWalk {
  protected readonly copy: PartCopier;

  constructor(part: string, sink: PartSink) {
    super(part);
    this.copy = new PartCopier(sink);
  }

  override push(piece: Uint8Array): void {
    this.copy.copyTo(this.scanner.consumed);
    this.scanner.feed(piece);
    this.copy.take(this.scanner.buffer);
    this.walk();
  }

  finish(): void {
    this.end();
    this.copy.finish();
  }
}
