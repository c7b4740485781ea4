import { Decimal } from '#domain/money/decimal.ts';
import { Refusal } from '#domain/refusal.ts';

/**
 * Calls between the page and its worker, in both directions over one channel. A structured clone
 * loses what a Decimal is and refuses functions and abort signals; here a Decimal travels as its
 * text, a function as a number to call back, and a signal as a message.
 */
export interface Channel {
  post(message: unknown): void;
  listen(handle: (message: unknown) => void): void;
}

/** What the other side offers: its asynchronous methods. */
type Remote<T> = { readonly [K in keyof T]: T[K] };

type Message =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | {
      readonly kind: 'back';
      readonly id: number;
      readonly slot: number;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'fault';
      readonly id: number;
      readonly name: string;
      readonly message: string;
      readonly fact: unknown;
    };

type Callback = (...args: unknown[]) => void;
interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly callbacks: readonly Callback[];
}

/** A bug on the other side, under the name it had there. */
class RemoteError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * Offers `own`'s methods over the channel and returns the methods of the other side.
 *
 * @param own - what is offered, or how to make it from what the other side offers
 */
export function connect<Theirs extends object>(
  channel: Channel,
  own: object | ((theirs: Remote<Theirs>) => object) = {},
): Remote<Theirs> {
  const pending = new Map<number, Pending>();
  const running = new Map<number, AbortController>();
  let lastId = 0;
  const theirs = new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name === 'string' && name !== 'then'
          ? (...args: unknown[]) => call(name, args)
          : undefined,
    },
  ) as Remote<Theirs>;
  const offered =
    typeof own === 'function' ? (own as (theirs: Remote<Theirs>) => object)(theirs) : own;

  channel.listen((raw) => {
    const message = messageOf(raw);
    if (message === null) return;
    if (message.kind === 'call') void serve(message);
    else if (message.kind === 'abort') running.get(message.id)?.abort();
    else settle(message);
  });

  async function serve(call: Extract<Message, { kind: 'call' }>): Promise<void> {
    const controller = new AbortController();
    running.set(call.id, controller);
    const back =
      (slot: number): Callback =>
      (...args) =>
        channel.post({ kind: 'back', id: call.id, slot, args: args.map((arg) => encode(arg)) });
    try {
      if (Object.hasOwn(Object.prototype, call.method))
        throw new Error(`Nothing called ${call.method} is offered here`);
      // eslint-disable-next-line lookups/by-text -- from our own worker; only functions are called
      const method = (offered as Record<string, (...args: unknown[]) => unknown>)[call.method];
      if (typeof method !== 'function')
        throw new Error(`Nothing called ${call.method} is offered here`);
      const value = await method.apply(
        offered,
        call.args.map((arg) => decode(arg, back, controller.signal)),
      );
      channel.post({ kind: 'reply', id: call.id, value: encode(value) });
    } catch (error) {
      channel.post(faultOf(call.id, error));
    } finally {
      running.delete(call.id);
    }
  }

  function settle(message: Exclude<Message, { kind: 'call' } | { kind: 'abort' }>): void {
    const waiting = pending.get(message.id);
    if (!waiting) return;
    if (message.kind === 'back') {
      const args = decodedArgs(message.args);
      if (args !== null) waiting.callbacks[message.slot]?.(...args);
      return;
    }
    pending.delete(message.id);
    try {
      if (message.kind === 'reply') waiting.resolve(decode(message.value));
      else waiting.reject(errorOf(message));
    } catch (error) {
      // A reply that cannot be read ends its call; who waits for it is not left waiting.
      waiting.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function call(method: string, args: readonly unknown[]): Promise<unknown> {
    const id = ++lastId;
    const callbacks: Callback[] = [];
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject, callbacks });
      const signals: AbortSignal[] = [];
      channel.post({
        kind: 'call',
        id,
        method,
        args: args.map((arg) => encode(arg, callbacks, (signal) => signals.push(signal))),
      });
      const abort = (): void => channel.post({ kind: 'abort', id });
      for (const signal of signals) {
        if (signal.aborted) abort();
        else signal.addEventListener('abort', abort, { once: true });
      }
    });
  }

  return theirs;
}

/** Arguments as they were given; `null` where they cannot be read. */
function decodedArgs(args: readonly unknown[]): unknown[] | null {
  try {
    return args.map((arg) => decode(arg));
  } catch {
    return null;
  }
}

/** What is no message of this protocol is not for us: developer tools post into channels too. */
function messageOf(raw: unknown): Message | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { kind, id, args, slot, method } = raw as {
    readonly [K in 'kind' | 'id' | 'args' | 'slot' | 'method']?: unknown;
  };
  const isOurs =
    Number.isSafeInteger(id) &&
    (kind === 'abort' ||
      kind === 'reply' ||
      kind === 'fault' ||
      (kind === 'call' && typeof method === 'string' && Array.isArray(args)) ||
      (kind === 'back' && Number.isSafeInteger(slot) && Array.isArray(args)));
  return isOurs ? (raw as Message) : null;
}

/** What the other side threw: an expected failure is one here too. */
function errorOf({ name, message, fact }: Extract<Message, { kind: 'fault' }>): Error {
  const said = decode(fact) as { readonly code?: unknown } | null | undefined;
  if (typeof said === 'object' && said !== null && typeof said.code === 'string')
    return new Refusal({ ...said, code: said.code });
  return new RemoteError(name, message);
}

function faultOf(id: number, error: unknown): Message {
  // By shape: an AbortError is a DOMException, and not an Error of this realm everywhere.
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly name?: string;
    readonly message?: string;
    readonly fact?: unknown;
  };
  return {
    kind: 'fault',
    id,
    name: thrown.name ?? 'Error',
    message: thrown.message ?? String(error),
    fact: encode(thrown.fact),
  };
}

const MARK = '$remote';

/**
 * A value as a structured clone can carry it. Arrays without objects and typed arrays pass as they
 * are.
 */
export function encode(
  value: unknown,
  callbacks?: Callback[],
  abortable?: (signal: AbortSignal) => void,
): unknown {
  if (typeof value === 'function' && callbacks)
    return { [MARK]: 'callback', slot: callbacks.push(value as Callback) - 1 };
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? undefined : value;
  if (Decimal.isDecimal(value)) return { [MARK]: 'decimal', text: value.toString() };
  if (typeof AbortSignal !== 'undefined' && value instanceof AbortSignal) {
    abortable?.(value);
    return { [MARK]: 'signal' };
  }
  const inner = (item: unknown): unknown => encode(item, callbacks, abortable);
  if (value instanceof Map)
    return { [MARK]: 'map', entries: [...value].map(([key, item]) => [inner(key), inner(item)]) };
  if (Array.isArray(value)) return value.some(isCompound) ? value.map(inner) : value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || isBlob(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item)]));
}

/** The value that `encode` was given. */
export function decode(
  value: unknown,
  callback?: (slot: number) => Callback,
  signal?: AbortSignal,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = (item: unknown): unknown => decode(item, callback, signal);
  if (Array.isArray(value)) return value.some(isCompound) ? value.map(inner) : value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || isBlob(value)) return value;
  const marked = value as {
    readonly [MARK]?: string;
    readonly text?: string;
    readonly slot?: number;
    readonly entries?: readonly (readonly [unknown, unknown])[];
  };
  if (marked[MARK] === 'decimal') return new Decimal(marked.text ?? '');
  if (marked[MARK] === 'callback') return callback?.(marked.slot ?? 0);
  if (marked[MARK] === 'signal') return signal;
  if (marked[MARK] === 'map')
    return new Map((marked.entries ?? []).map(([key, item]) => [inner(key), inner(item)]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item)]));
}

const isCompound = (item: unknown): boolean =>
  (typeof item === 'object' && item !== null) || typeof item === 'function';
const isBlob = (value: object): boolean => typeof Blob !== 'undefined' && value instanceof Blob;
