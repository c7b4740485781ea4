import { createHash } from 'node:crypto';

/** What a page needs besides its own address. */
export interface Allowed {
  readonly ownImages?: boolean;
  readonly host?: string;
  readonly styles?: readonly string[];
}

/**
 * What a page of ours may load, as its Content-Security-Policy: scripts, workers, images and
 * connections of its own address, nothing written into the page, no eval, and no other host.
 *
 * @param host - an address whose scripts the page needs besides (Office.js), which speaks to its
 *   own host
 * @param styles - texts of the style elements that stand in the page; without them any style
 *   element may, which the pane needs: its components insert their styles as they are drawn, and a
 *   page from a plain file server has no fresh nonce to give them. A style can't run, and with
 *   images and connections of this address alone it can't carry anything out.
 * @param ownImages - whether images that stand in the page's own scripts (`data:`) may be drawn, as
 *   those of the live grid are; they come from nowhere and reach nobody
 */
export function contentPolicy({ host, styles, ownImages }: Allowed): string {
  const office = host === undefined ? '' : ` ${new URL(host).origin}`;
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "worker-src 'self'",
    `style-src ${styles === undefined ? "'self' 'unsafe-inline'" : styles.map(hashOf).join(' ')}`,
    `img-src 'self'${ownImages ? ' data:' : ''}${office}`,
    `connect-src 'self'${office}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The element that says it, first in a page's head. */
export const contentPolicyTag = (allowed: Allowed): string =>
  `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(allowed)}">`;
