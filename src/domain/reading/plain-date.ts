import { type LocalDate, localDate } from '../calendar/local-date.ts';

/**
 * "2025-01-09" and "2025/1/6", alone or before a time without a zone: the clean forms, without a
 * regular expression.
 */
export function plainDate(text: string): LocalDate | undefined {
  const separator = text.charCodeAt(4);
  if (separator !== 45 && separator !== 47) return undefined;
  const year = numberAt(text, 0, 4);
  const monthEnd = text.charCodeAt(6) === separator ? 6 : text.charCodeAt(7) === separator ? 7 : 0;
  if (year < 2000 || monthEnd === 0) return undefined;
  const dayEnd = text.length === monthEnd + 2 ? monthEnd + 2 : monthEnd + 3;
  if (text.length > dayEnd && !(text.charCodeAt(dayEnd) === 32 && text.length <= dayEnd + 9))
    return undefined;
  return localDate(year, numberAt(text, 5, monthEnd), numberAt(text, monthEnd + 1, dayEnd));
}

/** -1 when there is anything but digits. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
