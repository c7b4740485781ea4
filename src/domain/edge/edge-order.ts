import type { Fen } from '../money/fen.ts';

export const EDGE_ROLES = ['holds', 'crosses', 'reaches', 'helps', 'near'] as const;
export type EdgeRole = (typeof EDGE_ROLES)[number];

/** An order whose presence, absence or size decides a tier. */
export interface EdgeOrder {
  readonly ledgerIndex: number;
  readonly component: string;
  /** Label of the window whose tier it decides. */
  readonly period: string;
  readonly role: EdgeRole;
  readonly stake: Fen;
  /** Tier reached with it, and without it. */
  readonly tierWith: number;
  readonly tierWithout: number;
}
