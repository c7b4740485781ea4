import type { BrowserContext } from 'playwright-core';

/**
 * Notes every request to another host, and lets none of them leave this computer. A test that sees
 * one fails: the product sends nothing anywhere.
 *
 * @returns the addresses so far
 */
export async function requestsElsewhere(
  context: BrowserContext,
  allowed: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && !allowed.includes(url.host),
    (route) => {
      found.push(route.request().url());
      return route.abort();
    },
  );
  return found;
}
