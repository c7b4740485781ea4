/** Words that may stand beside a product's name without making it another product. */
const WORDS: readonly string[] = (
  '阿里云|aliyun|alibaba|cloud|企业版|标准版|高级版|专业版|旗舰版|基础版|入门版' +
  '|防病毒版|增强版|高可用版|集群版|轻量版|商业版|免费版|按量版|版|实例|集群|规格|型号' +
  '|套餐|包年包月|包年|包月|按量付费|按量|预付费|后付费|新购|续费|升级|升配|扩容|年付' +
  '|月付|一年|两年|三年|年|月|个|台|套|核|服务|产品|华东|华北|华南|华中|西南|西北|东北' +
  '|杭州|上海|北京|深圳|青岛|张家口|成都|广州|香港|mysql|postgresql|sql server' +
  '|sqlserver|mariadb|redis|mongodb|enterprise|standard|professional|pro|premium' +
  '|ultimate|advanced|basic|edition|instance|instances|subscription|renewal|yearly' +
  '|monthly|annual|upgrade|new|year|years|month|months|plan|china|for|费用|费|人月|人天' +
  '|人|天|次|二级|三级|一级|四级|级|项目|一次性|首年|系统|标准型|共享型|独享型|通用型' +
  '|计算型|内存型|资源包|流量包|存储包|资产|节点|授权|许可|上云|新bgp|bgp|digicert' +
  '|level|vcpu|cpu|ram|gib|gb|tb|mbps|service|services'
).split('|');

const BY_START = new Map<string, readonly string[]>();
for (const word of WORDS) {
  const start = word.charAt(0);
  BY_START.set(start, [...(BY_START.get(start) ?? []), word]);
}

/** What parts them. */
const MARK = /[\s()[\]{}<>+\-_/.,:;*#|·（）【】]/;
/** A size or a model, "g7" or "4c8g": a letter or none, a figure, and any of these. */
const SIZE = /[a-z0-9.*x-]/;

/**
 * Whether a text (lower case) is nothing but qualifiers, one behind the other. Some words begin
 * with others and sizes run into both: all ways of parting the text are followed at once,
 * character by character. Tried one after the other they take forever over thirty characters.
 */
export function isQualifiers(text: string): boolean {
  const ends = new Set([0]);
  let letter = false;
  let size = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const here: boolean = ends.delete(at) || size;
    size = (size && SIZE.test(char)) || ((here || letter) && /\d/.test(char));
    letter = here && /[a-z]/.test(char);
    if (here) for (const word of wordsAt(text, at)) ends.add(at + word.length);
  }
  return text !== '' && (size || ends.has(text.length));
}

function wordsAt(text: string, at: number): readonly string[] {
  const char = text.charAt(at);
  const words = (BY_START.get(char) ?? []).filter((word) => text.startsWith(word, at));
  return MARK.test(char) ? [...words, char] : words;
}
