/** Width and height of a PNG, from its header. Throws when the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452)
    throw new Error('Not a PNG');
  return [view.getUint32(16), view.getUint32(20)];
}
