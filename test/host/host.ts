import { utf8Length } from './bytes.ts';
import { execute, statementOf } from './executor.ts';
import type { Value } from './grid.ts';
import { fullAddress, parseAddress } from './address.ts';
import { Journal } from './journal.ts';
import { type Node, node } from './kind.ts';
import { eventsEnabled } from './kinds/application.ts';
import { workbookKind } from './kinds/workbook.ts';
import {
  buildWorkbook,
  type SheetModel,
  snapshot,
  type WorkbookLiteral,
  type WorkbookModel,
} from './model.ts';
import { type ReplyBody, type RequestBody, WireError } from './protocol.ts';
import { later } from './turn.ts';

export interface HostOptions {
  /** Bytes of one request or reply; Excel on the web allows 5 MB. */
  readonly payloadLimit?: number;
  /** Cells of one read; above it Excel replies `null` values or an error. */
  readonly cellLimit?: number;
  readonly overCellLimit?: 'null' | 'error';
  /** Milliseconds before each reply. */
  readonly latency?: number;
  /** 'web' takes fewer calls into its undo list than 'desktop'. */
  readonly platform?: 'web' | 'desktop';
  /** A multi-row format reaches only the rows that a filter leaves visible. */
  readonly filterSkipsFormats?: boolean;
  /** What becomes of events on their way to the page. */
  readonly events?: 'kept' | 'lost' | 'doubled' | 'late';
  /** What a formula comes to when it is written; 0 when nobody says. */
  readonly evaluate?: (formula: string) => Value | undefined;
}

export interface Exchange {
  /** 1 for the first request since the log was cleared. */
  readonly step: number;
  readonly statements: readonly string[];
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly error?: string;
}

/**
 * Decides about one request before it runs: a code fails it, `after` lets that many actions through
 * first.
 */
export type Fault = (request: {
  readonly step: number;
  readonly statements: readonly string[];
}) => string | { readonly code: string; readonly after: number } | null | undefined;

interface BridgeMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: RequestBody };
}
export interface Bridge {
  sendMessageToHost(message: string): void;
  onMessageFromHost?: (message: string) => void;
}

const DELAY_FOR_CELL_EDIT = 64;
const CHANGED_EVENT = 10;
const SELECTION_EVENT = 14;
const SHEET_EVENTS = { added: 13, deleted: 15, calculated: 16, renamed: 25 } as const;
const LATE_MS = 30;
const ENVELOPE = 70;

/**
 * Not taken into the undo list: everywhere, and by the platform (Office.js documentation, "Undo
 * support").
 */
const NO_UNDO = new Set([
  'Worksheet.delete',
  'Worksheet.copy',
  'WorksheetProtection.protect',
  'WorksheetProtection.unprotect',
  'WorkbookProtection.protect',
  'WorkbookProtection.unprotect',
]);
const NO_UNDO_DESKTOP = new Set([
  'Worksheet.name=',
  'Worksheet.position=',
  'Worksheet.visibility=',
]);
/** Reads that empty the undo list as if they wrote. */
const LOSES_UNDO = new Set([
  'Range.getMergedAreasOrNullObject',
  'CustomXmlPartCollection.getByNamespace',
]);

/**
 * An Excel at wire level: takes the requests of the genuine Office.js client and replies to them
 * over a plain model.
 */
export class WireHost {
  model: WorkbookModel;
  readonly journal = new Journal();
  readonly options: Required<Omit<HostOptions, 'evaluate'>> & Pick<HostOptions, 'evaluate'>;
  readonly root: Node;
  log: Exchange[] = [];
  faults: Fault[] = [];
  /** Called before a request runs: a co-author, a user. */
  before: ((step: number, statements: readonly string[]) => void)[] = [];
  /** What becomes of a reply on its way: of a broken or a hostile host. */
  distort: ((step: number, reply: ReplyBody) => ReplyBody) | null = null;
  readonly references = new Map<string, Node>();
  /** Time spent in here, to tell it from the client's and the adapter's; for who sets a clock. */
  busyMs = 0;
  clock: () => number = () => 0;
  /** Most objects that the client kept at a time. */
  peakReferences = 0;
  readonly registered = new Set<string>();
  screenSuspended = 0;
  /** Custom functions that the page has registered. */
  readonly functions = new Map<string, unknown>();
  /** Workbooks that were created and opened beside this one, in base64. */
  readonly created: string[] = [];
  /** Called when the page has everything computed anew. */
  onCalculate: () => void = () => undefined;
  /** Called for each request that is turned away because a cell is being edited. */
  onRefused: () => void = () => undefined;
  private ids = new Map<unknown, string>();
  private lastReference = 0;
  private step = 0;
  private editing: (() => void)[] | null = null;
  private group: { fresh: boolean } | null = null;
  private wire: Bridge | null = null;

  constructor(literal: WorkbookLiteral | WorkbookModel, options: HostOptions = {}) {
    this.model =
      'settings' in literal && literal.settings instanceof Map
        ? (literal as WorkbookModel)
        : buildWorkbook(literal as WorkbookLiteral);
    this.options = {
      payloadLimit: 5_000_000,
      cellLimit: 5_000_000,
      overCellLimit: 'null',
      latency: 0,
      platform: 'desktop',
      filterSkipsFormats: false,
      events: 'kept',
      ...options,
    };
    this.root = node(workbookKind, this.model);
  }

  snapshot(keep?: (sheet: SheetModel) => boolean): Record<string, unknown> {
    return snapshot(this.model, keep);
  }

  sheet(name: string): SheetModel {
    const found = this.model.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`The host has no sheet ${name}`);
    return found;
  }

  /** The other end of `OfficeExtension.HostBridge.init`. */
  bridge(): Bridge {
    const bridge: Bridge = { sendMessageToHost: (message) => this.receive(message) };
    this.wire = bridge;
    return bridge;
  }

  private receive(text: string): void {
    const message = JSON.parse(text) as BridgeMessage;
    const serve = (): void =>
      later(() => this.serve(message, utf8Length(text)), this.options.latency);
    if (this.editing === null) serve();
    else if ((message.flags & DELAY_FOR_CELL_EDIT) !== 0) this.editing.push(serve);
    else
      this.refuse(message.id, {
        Results: [],
        Error: {
          Code: 'InvalidOperationInCellEditMode',
          Message: 'host: editing',
          ActionIndex: 0,
          Location: '',
        },
      });
  }

  private serve(message: BridgeMessage, bytes: number): void {
    const start = this.clock();
    const text = this.reply(message, bytes);
    this.busyMs += this.clock() - start;
    this.wire?.onMessageFromHost?.(text);
  }

  private reply(message: BridgeMessage, bytes: number): string {
    const { body } = message.message;
    const statements = body.Actions.map((action) => statementOf(body, action)).filter(
      (statement) => statement !== '' && !/_(Keep|Remove)Reference|Trace$/.test(statement),
    );
    const step = statements.length === 0 ? 0 : (this.step += 1);
    if (step > 0) for (const act of this.before) act(step, statements);
    const requestBytes = bytes - ENVELOPE;
    const fault =
      step === 0
        ? null
        : this.faults
            .map((decide) => decide({ step, statements }))
            .find((decision) => decision !== null && decision !== undefined);
    const plan = typeof fault === 'string' ? { code: fault, after: 0 } : (fault ?? null);
    const honest =
      requestBytes > this.options.payloadLimit
        ? refused('RequestPayloadSizeLimitExceeded')
        : execute(this, body, plan && { action: plan.after, code: plan.code });
    const reply = this.distort?.(step, honest) ?? honest;
    this.closeUndo();
    const text = this.replyText(message.id, reply);
    if (step > 0)
      this.log.push({
        step,
        statements,
        requestBytes,
        replyBytes: utf8Length(text) - ENVELOPE,
        ...(reply.Error ? { error: reply.Error.Code } : {}),
      });
    return text;
  }

  private replyText(id: number, reply: ReplyBody): string {
    const text = this.message(id, reply);
    return utf8Length(text) - ENVELOPE > this.options.payloadLimit
      ? this.message(id, refused('ResponsePayloadSizeLimitExceeded'))
      : text;
  }

  private message(id: number, body: ReplyBody): string {
    return JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
  }

  private refuse(id: number, body: ReplyBody): void {
    const text = this.message(id, body);
    later(() => {
      this.onRefused();
      this.wire?.onMessageFromHost?.(text);
    }, 0);
  }

  /** Starts counting steps anew. */
  resetLog(): void {
    this.log = [];
    this.step = 0;
  }

  /**
   * Notes what a request touches: what the undo list cannot take empties it, or fails inside a
   * merged group.
   */
  touch(member: string): void {
    const refusedByUndo =
      NO_UNDO.has(member) ||
      LOSES_UNDO.has(member) ||
      (this.options.platform === 'desktop' && NO_UNDO_DESKTOP.has(member));
    if (!refusedByUndo) return;
    if (this.group) throw new WireError('UndoNotSupported');
    this.journal.clear();
  }

  beginUndoGroup(): void {
    this.group = { fresh: true };
  }

  get isGrouped(): boolean {
    return this.group !== null;
  }

  endUndoGroup(): void {
    this.group = null;
  }

  private closeUndo(): void {
    const depth = this.journal.depth;
    this.journal.close(this.group !== null && !this.group.fresh);
    if (this.group && this.journal.depth > depth) this.group.fresh = false;
  }

  /** The user double-clicks a cell … */
  beginCellEdit(): void {
    this.editing = [];
  }

  /** … and presses Enter. */
  endCellEdit(): void {
    const waiting = this.editing ?? [];
    this.editing = null;
    for (const serve of waiting) serve();
  }

  keep(target: Node): void {
    if (this.ids.has(target)) return;
    this.peakReferences = Math.max(this.peakReferences, this.references.size + 1);
    const id = `ref-${(this.lastReference += 1)}`;
    this.ids.set(target, id);
    this.references.set(id, target);
  }

  referenceOf(target: Node): string | undefined {
    return this.ids.get(target);
  }

  reference(id: string): Node {
    const found = this.references.get(id);
    if (!found) throw new WireError('InvalidReference', id);
    return found;
  }

  release(id: string): void {
    const target = this.references.get(id);
    this.references.delete(id);
    if (target) this.ids.delete(target);
  }

  /** Tells the client that cells changed: the user's own hand, or a co-author. */
  raiseChanged(
    sheet: string,
    address: string,
    source: 'Local' | 'Remote' = 'Local',
    changeType = 'RangeEdited',
  ): void {
    const { id } = this.sheet(sheet);
    const detail = JSON.stringify({
      address,
      changeType,
      source,
      worksheetId: id,
      shiftDirection: 'None',
      triggerSource: 'Unknown',
    });
    this.raise(CHANGED_EVENT, [id, 'Workbook'], detail);
  }

  /** Tells the client that a sheet was added, deleted, renamed, or computed anew. */
  raiseSheet(
    kind: keyof typeof SHEET_EVENTS,
    id: string,
    source: 'Local' | 'Remote' = 'Local',
  ): void {
    const name = this.model.sheets.find((sheet) => sheet.id === id)?.name ?? '';
    const detail = { worksheetId: id, source, address: '', nameAfter: name, nameBefore: '' };
    this.raise(SHEET_EVENTS[kind], ['Workbook'], JSON.stringify(detail));
  }

  raiseSelection(): void {
    const { sheet: id, block } = this.model.selection;
    const sheet = this.model.sheets.find((candidate) => candidate.id === id);
    if (sheet)
      this.raise(
        SELECTION_EVENT,
        [id, 'Workbook'],
        JSON.stringify({ worksheetId: id, address: fullAddress(sheet.name, block) }),
      );
  }

  private raise(messageType: number, targets: readonly string[], message: string): void {
    if (!eventsEnabled(this.model)) return;
    const entries = targets
      .filter((target) => this.registered.has(`${messageType}:${target}`))
      .map((targetId) => ({ messageCategory: 65_536, messageType, targetId, message }));
    const { events } = this.options;
    if (entries.length === 0 || events === 'lost') return;
    const tell = (): void =>
      this.wire?.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
    if (events === 'late') return void setTimeout(tell, LATE_MS);
    tell();
    if (events === 'doubled') tell();
  }

  /** The user clicks a cell. */
  select(sheet: string, address: string): void {
    this.model.active = this.sheet(sheet).id;
    this.model.selection = { sheet: this.model.active, block: parseAddress(address) };
    this.raiseSelection();
  }
}

const refused = (Code: string): ReplyBody => ({
  Results: [],
  Error: { Code, Message: `host: ${Code}`, ActionIndex: 0, Location: '' },
});
