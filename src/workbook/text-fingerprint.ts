/**
 * A short print of a text (two 32-bit FNV-1a runs): tells equal texts from different ones, nothing
 * more.
 */
export function textFingerprint(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193) >>> 0;
    second = Math.imul(second ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return first.toString(36) + second.toString(36);
}
