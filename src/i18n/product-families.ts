import type { Family } from '#domain/catalog/family.ts';

/**
 * The vendors' families as their English pages call them; in Chinese they are called by themselves.
 */
const NAMES: Readonly<Record<Family, string>> = {
  计算: 'Computing',
  容器: 'Containers',
  无服务器: 'Serverless',
  存储: 'Storage',
  网络: 'Networking',
  安全: 'Security',
  数据库: 'Databases',
  大数据: 'Big data',
  人工智能: 'AI',
  中间件: 'Middleware',
  视频: 'Video',
  企业服务: 'Enterprise services',
  物联网: 'IoT',
  运维: 'Operations',
  云桌面: 'Cloud desktop',
};

export const familyName = (family: Family): string => NAMES[family];
