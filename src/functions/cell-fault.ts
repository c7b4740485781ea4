/** "#N/A" of whatever Excel hands over for an error cell: an object with a code. */
export function faultText(value: unknown): string {
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined;
  return typeof code === 'string' && code.startsWith('#') ? code : '#VALUE!';
}
