/** The mark of the hidden sheet that keeps our small texts. */
export const KEPT_MARK = 'memos';
/** Before every piece, so that none is taken for a formula or a number. */
export const KEPT_GUARD = '|';
