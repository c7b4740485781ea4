import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import type { Sheet } from '../sheet.ts';
import { pattern } from '../pattern.ts';

const REFUNDS = pattern()`
  ^(?:[一二三四五六七八九十\d]{1,3}[、.)])?(?:20\d\d年?)?(?:\d{1,2}月份?|q[1-4]
  |第?[一二三四]季度)?(?:客户|订单|云产品|.{0,3}云)?(?:退款|退订|退货|退费|退单|红冲|冲红|扣回
  |refund(?:s|ed)?|return(?:s|ed)?|creditnotes?|creditmemos?|chargebacks?|clawbacks?)(?:明细|记录
  |列表|清单|表|单|订单|台账|汇总|登记|情况|list|log|orders?|sheet|details?)*(?:20\d\d年?|q[1-4]
  |\d{1,2}月?)?$
`;

/** "以下为退款", "其中退款", "Refunds below". */
const POINTING = pattern('g')`
  ^(?:以下|下列|下面|如下|其中)(?:的|为|是|均为|都是|全为|全是)?|^(?:ofwhich|including)|(?:如下|见下
  |below|follow)$
`;

export const isRefundsTitle = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  REFUNDS.test(
    foldKey(text)
      .replace(/[-_:：()]/g, '')
      .replace(POINTING, ''),
  );

/** A line longer than this is no heading. */
const LONGEST_HEADING = 30;

/** The sheet's name where it says that everything on it is a refund; else ''. */
export const refundsInName = ({ name }: Sheet): string => (isRefundsTitle(name) ? name : '');

/**
 * What says that the table below a header lists refunds: a heading, alone in the nearest line
 * above.
 *
 * @param otherwise - where no heading stands there: a page break says nothing new
 */
export function refundsAbove(sheet: Sheet, headerTop: number, otherwise: string): string {
  for (let row = headerTop - 1; row >= Math.max(0, headerTop - 3); row--) {
    const heading = headingAt(sheet, row);
    if (heading === undefined) continue;
    if (heading === '') return otherwise;
    return isRefundsTitle(heading) ? heading : refundsInName(sheet);
  }
  return otherwise;
}

/** The only text of a row; '' where there are more, `undefined` for a blank row. */
export function headingAt(sheet: Sheet, row: number): string | undefined {
  let heading: string | undefined;
  for (const cells of sheet.columns) {
    const text = foldText(cellText(cells[row]));
    if (text === '') continue;
    if (heading !== undefined) return '';
    heading = text.length <= LONGEST_HEADING ? text : '';
  }
  return heading;
}
