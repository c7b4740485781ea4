import type { Fen } from '../money/fen.ts';
import type { WindowId } from '../rebate/window.ts';

export const EDGE_ROLES = ['holds', 'crosses', 'reaches', 'helps', 'near'] as const;
export type EdgeRole = (typeof EDGE_ROLES)[number];

/** An order whose presence, absence or size decides a tier. */
export interface EdgeOrder {
  readonly ledgerIndex: number;
  /** The window whose tier it decides, its component's name and its label. */
  readonly window: WindowId;
  readonly component: string;
  readonly period: string;
  readonly role: EdgeRole;
  readonly stake: Fen;
  /** Tier reached with it, and without it. */
  readonly tierWith: number;
  readonly tierWithout: number;
}
