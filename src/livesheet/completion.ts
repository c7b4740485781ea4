import { CustomCommandExecutionError, ICommandService, type Injector } from '@univerjs/core';
import {
  DeviceInputEventType,
  IDescriptionService,
  IEditorService,
  KeyCode,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';

/** By which a key acts on the list of functions that a cell's editor offers. */
const ON_LIST = /^sheet\.formula-embedding-editor\.search_function\./;
const NO_NAME = /[^\p{L}\p{N}_.]/u;

/**
 * The list takes the first ten of what is found, and not half of our functions would be seen: of so
 * many, all are.
 */
const MOST_LISTED = 30;

interface ListKey {
  readonly keyCode: number;
}

/**
 * The list of functions is some moments behind what is typed. Enter and Tab must not take a
 * function from the list of a name that stands there no more: the formula would become another
 * one, and its figure a wrong one. They then do what they do without a list.
 */
export class Completion {
  /** The beginning of a name that the list was made for. */
  private listed = '';
  private readonly editors: IEditorService;
  private readonly commands: ICommandService;

  constructor(injector: Injector) {
    this.editors = injector.get(IEditorService);
    this.commands = injector.get(ICommandService);
    const functions = injector.get(IDescriptionService);
    const search = functions.getSearchListByNameFirstLetter.bind(functions);
    functions.getSearchListByNameFirstLetter = (name) => {
      this.listed = name;
      const found = search(name);
      return found.length > MOST_LISTED ? found : Object.assign(found, { slice: () => found });
    };
  }

  before({ id, params }: { readonly id: string; readonly params?: object | undefined }): void {
    if (!ON_LIST.test(id)) return;
    const { keyCode } = params as ListKey;
    if (keyCode !== KeyCode.ENTER && keyCode !== KeyCode.TAB) return;
    if (this.nameAtCursor() === this.listed) return;
    void this.commands.executeCommand(SetCellEditVisibleOperation.id, {
      visible: false,
      eventType: DeviceInputEventType.Keyboard,
      keycode: keyCode,
    });
    throw new CustomCommandExecutionError('The list is of another name');
  }

  /** The whole name that the cursor stands in or behind; empty where it stands elsewhere. */
  private nameAtCursor(): string {
    const editor = this.editors.getFocusEditor();
    const text = editor?.getDocumentData().body?.dataStream ?? '';
    const at = editor?.getSelectionRanges()[0]?.startOffset ?? 0;
    const before = text.slice(0, at).split(NO_NAME).at(-1) ?? '';
    return before === '' ? '' : before + (text.slice(at).split(NO_NAME, 1)[0] ?? '');
  }
}
