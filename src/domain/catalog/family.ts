import { foldKey } from '../reading/fold-text.ts';

/**
 * The families under which the vendors publish their products: for each the same word in the other
 * language, then wider headings of the vendors' pages under which its products stand too.
 */
const WORDS = {
  计算: ['弹性计算|compute|computing', 'elastic computing|云服务器与计算'],
  容器: ['container|containers', '容器与中间件|云原生|cloud native'],
  无服务器: ['serverless', ''],
  存储: ['云存储|storage|cloud storage', '存储与cdn|storage & cdn'],
  网络: ['network|networking', '云网络|网络与cdn|cdn与边缘|networking & cdn|networking and cdn'],
  安全: ['云安全|security|cloud security', '安全与合规|security & compliance'],
  数据库: ['云数据库|database|databases', ''],
  大数据: ['big data|bigdata', '大数据计算|数据分析|大数据与分析|data analytics|analytics'],
  人工智能: [
    'ai|artificial intelligence',
    '人工智能与机器学习|ai与机器学习|机器学习|大模型|ai & machine learning|machine learning',
  ],
  中间件: ['middleware', '应用中间件|容器与中间件|application middleware'],
  视频: ['视频云|视频服务|video', '媒体服务|音视频|media|media services'],
  企业服务: [
    'enterprise services',
    '企业服务与云通信|企业应用|云通信|域名与网站|business applications|cloud communication',
  ],
  物联网: ['iot|internet of things', ''],
  运维: [
    '运维管理',
    '迁移与运维管理|管理与监控|管理工具|开发与运维|开发工具|devops|developer tools',
  ],
  云桌面: ['cloud desktop', '终端用户计算|end user computing'],
} as const;
export type Family = keyof typeof WORDS;

/** A family and its products: one a line, every name of it split by `|`. */
export type PublishedFamily = readonly [Family, string];

/** 数据库类 and 数据库产品 are 数据库; 数据库服务 may be somebody's own. */
const SUFFIXES = ['', '类', '产品', '类产品', ' product', ' products'];

const mapOf = (words: (of: (typeof WORDS)[Family]) => string): ReadonlyMap<string, Family> =>
  new Map(
    (Object.keys(WORDS) as Family[]).flatMap((family) =>
      `${family}|${words(WORDS[family])}`
        .split('|')
        .filter((word) => word !== '')
        .flatMap((word) => SUFFIXES.map((suffix) => [foldKey(word + suffix), family] as const)),
    ),
  );
const SAME = mapOf(([same]) => same);
const WIDER = mapOf(([same, wider]) => `${same}|${wider}`);

/** The family that a name says in either language; `undefined` for any other class. */
export const familyNamed = (name: string): Family | undefined => SAME.get(foldKey(name));

/** The same, and the wider headings under which a family's products may stand. */
export const familyWithin = (name: string): Family | undefined => WIDER.get(foldKey(name));
