/**
 * The request and reply bodies that the genuine Office.js client exchanges with an Excel, as it
 * sends them.
 */
export type Wire =
  string | number | boolean | null | readonly Wire[] | { readonly [key: string]: Wire };

export const PATH = {
  root: 1,
  create: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  none: 7,
} as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly Wire[];
  /** Per argument: 0 for a plain value, otherwise the object path that the argument stands for. */
  readonly ReferencedObjectPathIds?: readonly Wire[] | null;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ReplyBody {
  Results: { readonly ActionId: number; readonly Value: unknown }[];
  Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly ActionIndex: number;
    readonly Location: string;
  };
}

/** An error as Excel gives it: a stable code and a localised message that nobody may rely on. */
export class WireError extends Error {
  readonly code: string;
  constructor(code: string, message = `host: ${code}`) {
    super(message);
    this.code = code;
  }
}
