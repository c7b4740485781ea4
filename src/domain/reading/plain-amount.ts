import type { Fen } from '../money/fen.ts';

/**
 * "86400.00", "-5000", "58,000.5": digits with a point and proper thousands, straight to fen.
 * `undefined` for all else.
 *
 * @param shift - places to move the point to the right: 4 under a header in 万元
 */
export function plainFen(text: string, shift = 0): Fen | undefined {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let [whole, digits, decimals, sinceComma] = [0, 0, -1, -1];
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + (code - 48);
      digits++;
      if (decimals >= 0) decimals++;
      else if (sinceComma >= 0) sinceComma++;
    } else if (
      code === 44 &&
      decimals < 0 &&
      (sinceComma === 3 || (sinceComma < 0 && digits > 0 && digits <= 3))
    )
      sinceComma = 0;
    else if (code === 46 && decimals < 0 && digits > 0) decimals = 0;
    else return undefined;
  }
  const zeros = 2 + shift - Math.max(0, decimals);
  if (digits === 0 || digits + zeros > 15 || zeros < 0 || (sinceComma >= 0 && sinceComma !== 3))
    return undefined;
  const fen = whole * (POWERS[zeros] ?? NaN);
  return (start === 1 && fen !== 0 ? -fen : fen) as Fen;
}

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** `plainFen` of the text between two byte positions, where digits are ASCII. */
export function plainFenOfBytes(bytes: Uint8Array, from: number, to: number): Fen | undefined {
  const start = bytes[from] === 45 ? from + 1 : from;
  let [whole, digits, decimals, sinceComma] = [0, 0, -1, -1];
  for (let i = start; i < to; i++) {
    const code = bytes[i]!;
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + (code - 48);
      digits++;
      if (decimals >= 0) decimals++;
      else if (sinceComma >= 0) sinceComma++;
    } else if (
      code === 44 &&
      decimals < 0 &&
      (sinceComma === 3 || (sinceComma < 0 && digits > 0 && digits <= 3))
    )
      sinceComma = 0;
    else if (code === 46 && decimals < 0 && digits > 0) decimals = 0;
    else return undefined;
  }
  const zeros = 2 - Math.max(0, decimals);
  if (digits === 0 || digits + zeros > 15 || zeros < 0 || (sinceComma >= 0 && sinceComma !== 3))
    return undefined;
  const fen = whole * (POWERS[zeros] ?? NaN);
  return (start > from && fen !== 0 ? -fen : fen) as Fen;
}
