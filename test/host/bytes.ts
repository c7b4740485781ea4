/** Length in UTF-8, which is what the limits count. */
export function utf8Length(text: string): number {
  if (typeof Buffer !== 'undefined') return Buffer.byteLength(text);
  return new Blob([text]).size;
}
