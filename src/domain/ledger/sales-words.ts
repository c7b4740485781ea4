import { foldKey } from '../reading/fold-text.ts';
import { isCategoryWord } from './categories-across.ts';
import { wordOfType } from './row-words.ts';
import { pattern } from '../pattern.ts';

/** Kinds of sales that say nothing against a row. */
const SALES = pattern()`
  新[购签增客订开单]|首[购单次]|续[费签订约保]|升[级配]|扩容|增[购补]|加[购单]|追加|补单|包[年月]
  |年付|月付|季付|预付|后付|按[量需月年时次]|订阅|消费|使用|采购|购买|买断|销售|下单|订单|订购|合同
  |框架|正式|直销|分销|代[销理]|渠道|普通|标准|一般|项目|维保|维护|出账|账单|扣费|蓝字|^交易$
  |即时到账|new|initial|first|renew|extend|extension|upgrad|upsell|cross-?sell|expan|add-?on
  |additional|top-?up|subscri|usage|on-?demand|pay-?(?:as|go)|paygo|pre-?paid|post-?paid|reserved
  |purchase|buy|bought|sale|sold|order|charge|contract|standard|regular|direct|channel|resale
  |licen[cs]e|recurring|one-?time|invoice
`;

const saysSale = (text: string): boolean =>
  /^[-–—/]*$/.test(text) || SALES.test(foldKey(text)) || isCategoryWord(text);

/** A type of orders that nobody knows. */
export const isStrangeType = (text: string): boolean =>
  wordOfType(text) === 'none' && !saysSale(text);
