import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/**
 * Of a text with a few broken bytes: how many good characters for each bad one make it UTF-8 all
 * the same.
 */
const GOOD_PER_BAD = 20;

/** By byte order mark; else UTF-8 when the bytes are that, else GB18030 or Big5. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (decodesAs('utf-8', bytes)) return 'utf-8';
  if (isDamagedUtf8(bytes)) return 'utf-8';
  // GB18030 reads every GBK file, and the four-byte characters that Excel and WPS put into some.
  const chinese = looksLikeBig5(bytes)
    ? (['big5', 'gb18030'] as const)
    : (['gb18030', 'big5'] as const);
  for (const encoding of chinese) if (decodesAs(encoding, bytes)) return encoding;
  throw new Refusal<FileTrouble>({ code: 'file.unknownEncoding' });
}

const STEP = 1 << 20;

/** Bytes of the byte order mark at the beginning. */
export function markLength(bytes: Uint8Array): 0 | 2 | 3 {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? 2 : 0;
}

/** The same text in UTF-8, without the byte order mark. */
export function asUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += STEP)
    pieces.push(encoder.encode(decoder.decode(bytes.subarray(at, at + STEP), { stream: true })));
  pieces.push(encoder.encode(decoder.decode()));
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function decodesAs(encoding: Encoding, bytes: Uint8Array): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * The commonest characters of order sheets in either script. Bytes of one encoding read as the
 * other give rare characters only, and nearly any bytes are valid in both.
 */
const COMMON = new Set(
  '的一是在不了有和人這这個个中大為为上們们到說说時时要就出會会可也你對对生能而子那得於于着' +
    '着下自之年過过發发後后作里用道行所然家種种事成方多經经麼么去法學学如都同' +
    '現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日軍军' +
    '者意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点正業业外' +
    '將将兩两高間间由問问很最重並并物手應应戰战向頭头文體体政美相見见被利什二等產产或新己制身' +
    '果加西斯月話话合回特代內内信表化老給给世位次度門门任常先海通教兒儿原東东' +
    '聲声提立及比員员解水名真論论處处走義义各入幾几口認认條条平系氣气題题活爾尔更別别打女變变' +
    '四神總总何電电數数安少報报才結结反受目太量再感建務务做接必場场件計计管期' +
    '市直德資资命山金指克許许統统區区保至隊队形社便空決决治展馬马科司五基眼書书非則则聽听白卻' +
    '却界達达光放強强即像難难且權权思王象完設设式色路記记南品住告類类求據据程' +
    '北邊边死張张該该交規规萬万取拉格望覺觉術术領领共確确傳传師师觀观清今切院讓让識识候帶带導' +
    '导爭争運运訂订單单號号戶户別别額额編编備备註注狀态態付款貨货購购銷销售約' +
    '约簽签稱称服雲云庫库網网絡络防火牆墙',
);

function looksLikeBig5(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, STEP);
  return commonIn('big5', head) > commonIn('gb18030', head);
}

function commonIn(encoding: Encoding, bytes: Uint8Array): number {
  let common = 0;
  for (const character of new TextDecoder(encoding).decode(bytes))
    if (COMMON.has(character)) common++;
  return common;
}

/** A UTF-8 file cut in the middle of a character must not come out as GBK gibberish. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, STEP));
  let bad = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) good++;
  }
  return good > bad * GOOD_PER_BAD;
}
