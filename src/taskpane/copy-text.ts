import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';

/**
 * Puts a text on the clipboard. Web panes may not use the Clipboard API: then the old way, over a
 * selection. Rejects with a fact when neither works.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copySelected(text)) throw new Refusal<ExcelFact>({ code: 'excel.notCopied' });
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.cssText = 'position:fixed;top:0;opacity:0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
