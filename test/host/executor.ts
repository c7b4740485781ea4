import type { WireHost } from './host.ts';
import { type Arg, isNode, lower, type Node, upper } from './kind.ts';
import {
  ACTION,
  type Action,
  type ReplyBody,
  type ArgumentInfo,
  PATH,
  type RequestBody,
  type Wire,
  WireError,
} from './protocol.ts';

/**
 * Runs the actions of one request in order and stops at the first that fails; what ran before it
 * stays, as in Excel.
 */
export function execute(
  host: WireHost,
  body: RequestBody,
  failAt: { readonly action: number; readonly code: string } | null,
): ReplyBody {
  const paths = new Map<number, Node | null>();
  const reply: ReplyBody = { Results: [] };
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (failAt && index >= failAt.action) throw new WireError(failAt.code);
      reply.Results.push({ ActionId: action.Id, Value: run(host, body, paths, action) });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      reply.Error = {
        Code: error.code,
        Message: error.message,
        ActionIndex: index,
        Location: statementOf(body, action),
      };
      return reply;
    }
  }
  return reply;
}

function run(
  host: WireHost,
  body: RequestBody,
  paths: Map<number, Node | null>,
  action: Action,
): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const target = resolve(host, body, paths, action.ObjectPathId);
  if (action.ActionType === ACTION.instantiate)
    return target === null ? null : identity(host, target);
  if (action.ActionType === ACTION.query)
    return target === null ? null : query(host, target, action.QueryInfo?.Select ?? []);
  if (target === null) return nothing(action.Name);
  const args = argumentsOf(host, body, paths, action.ArgumentInfo);
  const name = action.Name ?? '';
  if (action.ActionType === ACTION.set) return assign(host, target, name, args[0]);
  if (action.ActionType === ACTION.method) return invoke(host, target, name, args);
  throw new WireError('ApiNotFound', `action type ${action.ActionType}`);
}

/**
 * The client itself keeps a reference of a null object; anything else asked of one is a mistake.
 */
function nothing(name: string | undefined): null {
  if (name !== '_KeepReference') throw new WireError('InvalidReference', 'the object is null');
  return null;
}

function resolve(
  host: WireHost,
  body: RequestBody,
  paths: Map<number, Node | null>,
  id: number,
): Node | null {
  const known = paths.get(id);
  if (known !== undefined) return known;
  const found = locate(host, body, paths, id);
  paths.set(id, found);
  return found;
}

function locate(
  host: WireHost,
  body: RequestBody,
  paths: Map<number, Node | null>,
  id: number,
): Node | null {
  const path = body.ObjectPaths[id];
  if (!path) throw new WireError('InvalidObjectPath');
  if (path.ObjectPathType === PATH.root) return host.root;
  if (path.ObjectPathType === PATH.none) return null;
  if (path.ObjectPathType === PATH.reference) return host.reference(path.Name);
  if (path.ParentObjectPathId === undefined) throw new WireError('ApiNotFound', path.Name);
  const parent = resolve(host, body, paths, path.ParentObjectPathId);
  if (parent === null) return null;
  const args = argumentsOf(host, body, paths, path.ArgumentInfo);
  if (path.ObjectPathType === PATH.indexer) return item(host, parent, args[0]);
  if (path.ObjectPathType === PATH.property || path.ObjectPathType === PATH.method)
    return go(host, parent, path.Name, args);
  throw new WireError('ApiNotFound', path.Name);
}

function item(host: WireHost, parent: Node, key: Arg | undefined): Node {
  if (!parent.kind.item || key === undefined || isNode(key))
    throw new WireError('ApiNotFound', `${parent.kind.name}[]`);
  const found = parent.kind.item(parent.self, key, host);
  if (!found) throw new WireError('ItemNotFound', `${parent.kind.name}: ${String(key)}`);
  return found;
}

function go(host: WireHost, parent: Node, name: string, args: readonly Arg[]): Node | null {
  const { kind, self } = parent;
  const own = kind.go?.[name];
  if (own) {
    host.touch(`${kind.name}.${lower(name)}`);
    return own(self, args, host);
  }
  const key = args[0];
  if (kind.item && key !== undefined && !isNode(key)) {
    if (name === 'GetItem') return item(host, parent, key);
    if (name === 'GetItemOrNullObject') return kind.item(self, key, host);
  }
  if (kind.items && name === 'GetItemAt') {
    const found = kind.items(self, host)[Number(key)];
    if (!found) throw new WireError('ItemNotFound', `${kind.name} ${String(key)}`);
    return found;
  }
  throw new WireError('ApiNotFound', `${kind.name}.${lower(name)}`);
}

function argumentsOf(
  host: WireHost,
  body: RequestBody,
  paths: Map<number, Node | null>,
  info: ArgumentInfo | undefined,
): Arg[] {
  const references = info?.ReferencedObjectPathIds;
  return (info?.Arguments ?? []).map((value, at) => {
    const path = references?.[at];
    if (typeof path !== 'number' || path === 0) return value;
    const object = resolve(host, body, paths, path);
    if (!object) throw new WireError('InvalidArgument', 'a null object as argument');
    return object;
  });
}

function assign(host: WireHost, target: Node, name: string, value: Arg | undefined): null {
  const set = target.kind.set?.[name];
  if (!set || value === undefined || isNode(value))
    throw new WireError('ApiNotFound', `${target.kind.name}.${lower(name)}`);
  host.touch(`${target.kind.name}.${lower(name)}=`);
  set(target.self, value, host);
  return null;
}

function invoke(host: WireHost, target: Node, name: string, args: readonly Arg[]): unknown {
  if (name === '_KeepReference') return (host.keep(target), null);
  const { kind, self } = target;
  if (name === 'GetCount' && kind.items) return kind.items(self, host).length;
  const call = kind.call?.[name];
  if (!call) throw new WireError('ApiNotFound', `${kind.name}.${lower(name)}`);
  host.touch(`${kind.name}.${lower(name)}`);
  return call(self, args, host) ?? null;
}

function identity(host: WireHost, target: Node): Record<string, Wire> {
  const reference = target.kind.referenced ? host.referenceOf(target) : undefined;
  return {
    ...target.kind.identity?.(target.self),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

/** Replies to a load list: "values", "format/fill/color"; a collection gives its items. */
function query(host: WireHost, target: Node, select: readonly string[]): Record<string, unknown> {
  const { kind, self } = target;
  if (kind.items) {
    const own = select
      .filter((path) => path !== 'items')
      .map((path) => path.replace(/^items\//, ''));
    return {
      _Items: kind
        .items(self, host)
        .map((child) => ({ ...child.kind.identity?.(child.self), ...query(host, child, own) })),
    };
  }
  if (select.length === 0) throw new WireError('ApiNotFound', `${kind.name}: load without names`);
  const reply: Record<string, unknown> = {};
  for (const [name, inner] of grouped(select)) {
    if (inner.length > 0) {
      const child = go(host, target, upper(name), []);
      reply[upper(name)] = child === null ? null : query(host, child, inner);
      continue;
    }
    const get = kind.get?.[name];
    if (!get) throw new WireError('ApiNotFound', `${kind.name}.${name}`);
    host.touch(`${kind.name}.${name}?`);
    reply[upper(name)] = get(self, host);
  }
  return reply;
}

function grouped(select: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of select) {
    const [name = '', ...rest] = path.split('/');
    const inner = groups.get(name) ?? [];
    if (rest.length > 0) inner.push(rest.join('/'));
    groups.set(name, inner);
  }
  return groups;
}

/** "WorksheetCollection.getItem…Range.values=": how a test or a fault names a step. */
export function statementOf(body: RequestBody, action: Action): string {
  const names: string[] = [];
  for (
    let id: number | undefined = action.ObjectPathId;
    id !== undefined;
    id = body.ObjectPaths[id]?.ParentObjectPathId
  ) {
    const path = body.ObjectPaths[id];
    if (path?.Name) names.unshift(path.Name);
  }
  const verb =
    action.ActionType === ACTION.query
      ? `load(${(action.QueryInfo?.Select ?? []).join(',')})`
      : action.ActionType === ACTION.set
        ? `${action.Name ?? ''}=`
        : (action.Name ?? '');
  return [...names, verb].filter((part) => part !== '').join('.');
}
