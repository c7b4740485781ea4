import type { CatalogProduct } from './products.ts';
import { APPLICATIONS, DATA_AND_AI } from './published-applications.ts';
import { COMPUTE_AND_NETWORK } from './published-compute-and-network.ts';

/**
 * What the vendors publish: Alibaba Cloud's products, and the basics of Tencent Cloud, Huawei
 * Cloud, AWS, Azure and Google. The list knows a product's family and nothing of money: in which
 * category a family earns, only a policy says.
 */
export const PUBLISHED_PRODUCTS: readonly CatalogProduct[] = [
  ...COMPUTE_AND_NETWORK,
  ...DATA_AND_AI,
  ...APPLICATIONS,
].flatMap(([family, lines]) =>
  lines
    .replaceAll('\n|', '|')
    .split('\n')
    .map((line): CatalogProduct => {
      const aliases = line.split('|');
      return { name: aliases[0] ?? '', category: null, family, aliases, decided: false };
    }),
);
