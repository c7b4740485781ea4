/**
 * Bytes are compared as bytes: member by member, as Jest does it, a workbook of a megabyte takes
 * seconds. What is no bytes on both sides, or of another kind, is left to Jest.
 */
function sameBytes(one, other) {
  if (!isBytes(one) || !isBytes(other) || one.constructor !== other.constructor) return undefined;
  return Buffer.compare(one, other) === 0;
}

const isBytes = (value) =>
  ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';

expect.addEqualityTesters([sameBytes]);
