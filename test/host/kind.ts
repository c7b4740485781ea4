import type { WireHost } from './host.ts';
import { WireError, type Wire } from './protocol.ts';

/** An argument: a plain value, or the object that the request refers to. */
export type Arg = Wire | Node;

/**
 * What one Office.js class replies: only what is listed here exists, everything else is
 * ApiNotFound. Names are as on the wire: `get` as in a load list (camelCase), the rest in
 * PascalCase.
 */
export interface Kind<T> {
  readonly name: string;
  get?: Readonly<Record<string, (self: T, host: WireHost) => unknown>>;
  set?: Readonly<Record<string, (self: T, value: Wire, host: WireHost) => void>>;
  /** Properties and methods that lead to another object; null is Office.js's null object. */
  go?: Readonly<Record<string, (self: T, args: readonly Arg[], host: WireHost) => Node | null>>;
  /** Methods that reply a value. */
  call?: Readonly<Record<string, (self: T, args: readonly Arg[], host: WireHost) => unknown>>;
  item?(self: T, key: Wire, host: WireHost): Node | null;
  items?(self: T, host: WireHost): readonly Node[];
  identity?(self: T): Readonly<Record<string, Wire>>;
  /** Ranges are kept by the host until the client lets go of them. */
  readonly referenced?: boolean;
}

export interface Node {
  readonly kind: Kind<unknown>;
  readonly self: unknown;
}

export const node = <T>(kind: Kind<T>, self: T): Node => ({ kind: kind as Kind<unknown>, self });

const wrong = (what: string): WireError => new WireError('InvalidArgument', what);

export const isNode = (arg: Arg | undefined): arg is Node =>
  typeof arg === 'object' && arg !== null && 'kind' in arg && 'self' in arg;

export function text(args: readonly Arg[], at: number): string {
  const value = args[at];
  if (typeof value !== 'string') throw wrong(`argument ${at + 1} is not a text`);
  return value;
}

export function whole(args: readonly Arg[], at: number, otherwise?: number): number {
  const value = args[at] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw wrong(`argument ${at + 1} is not a whole number`);
  return value;
}

export const asText = (value: Wire): string => {
  if (typeof value !== 'string') throw wrong('a text is expected');
  return value;
};
export const asNumber = (value: Wire): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong('a number is expected');
  return value;
};
export const asFlag = (value: Wire): boolean => {
  if (typeof value !== 'boolean') throw wrong('true or false is expected');
  return value;
};
export const asRecord = (value: Wire | undefined): Readonly<Record<string, Wire>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('an object is expected');
  return value as Readonly<Record<string, Wire>>;
};

export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `get` and `set` for a plain field of the model that nothing else depends on. */
export function field<T extends object, K extends keyof T & string>(
  name: K,
  check: (value: Wire) => T[K],
): { get: (self: T) => unknown; set: (self: T, value: Wire, host: WireHost) => void } {
  return {
    get: (self) => self[name],
    set: (self, value, host) => host.journal.put(self, name, check(value)),
  };
}
