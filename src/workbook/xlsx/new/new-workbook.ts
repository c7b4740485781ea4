import type { Page } from '#pages/page.ts';
import { writePage } from '../page/write-page.ts';
import { newPackage, type NewPackageOptions } from './new-package.ts';
import { addContentTypes } from '../edit/content-types.ts';
import { addRelationship } from '../edit/add-relationship.ts';
import { XML_HEAD } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { relsPartOf } from '../relationships.ts';
import { encodeText, escapeText } from '../xml/text.ts';

interface NewWorkbookOptions extends NewPackageOptions {
  /** Present when the pages call the add-in's own functions. */
  readonly binding?: CustomFunctionBinding;
}

/** A workbook made of pages, in their order. The same pages give the same bytes. */
export function newWorkbook(pages: readonly Page[], options: NewWorkbookOptions = {}): Uint8Array {
  const font = options.font ?? pages[0]?.font;
  const pack = newPackage({ ...options, ...(font === undefined ? {} : { font }) });
  for (const page of pages) writePage(pack, page);
  if (options.binding !== undefined) bindCustomFunctions(pack, options.binding);
  return pack.save();
}

/**
 * Which add-in a workbook belongs to, and how it reaches its users: the reference must match the
 * channel.
 */
interface CustomFunctionBinding {
  /** GUID of the manifest. */
  readonly addinId: string;
  readonly version: string;
  /**
   * "developer" for sideloading, "EXCatalog" for the admin centre, a share's path for a network
   * catalogue.
   */
  readonly store: string;
  readonly storeType: 'Registry' | 'EXCatalog' | 'FileSystem' | 'OMEX';
  /** All functions of the add-in, "REBATE_TIER", not only those that the workbook calls. */
  readonly functionIds: readonly string[];
  /** The pane opens with the workbook for those who have the add-in. */
  readonly autoShow: boolean;
}

const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';

const TASKPANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';

const OFFICE_2011 = 'http://schemas.microsoft.com/office/2011/relationships';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

const PANES_PART = 'xl/webextensions/taskpanes.xml';

const EXTENSION_PART = 'xl/webextensions/webextension1.xml';

/**
 * Binds the workbook's `_xldudf_…` cells to the add-in, in the parts and the order that Excel
 * itself writes. Visibility stays 0: people without the add-in are not asked to install anything.
 */
function bindCustomFunctions(pack: OfficePackage, binding: CustomFunctionBinding): void {
  pack.write(
    PANES_PART,
    encodeText(
      `${XML_HEAD}<wetp:taskpanes xmlns:wetp="${TASKPANES}"><wetp:taskpane ` +
        'dockstate="right" visibility="0" width="350" row="0">' +
        `<wetp:webextensionref xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></wetp:taskpane>` +
        '</wetp:taskpanes>',
    ),
  );
  pack.write(EXTENSION_PART, encodeText(extensionXml(binding)));
  pack.remove(relsPartOf(PANES_PART));
  addRelationship(pack, PANES_PART, `${OFFICE_2011}/webextension`, EXTENSION_PART);
  addRelationship(pack, '', `${OFFICE_2011}/webextensiontaskpanes`, PANES_PART);
  addContentTypes(pack, [
    [PANES_PART, 'application/vnd.ms-office.webextensiontaskpanes+xml'],
    [EXTENSION_PART, 'application/vnd.ms-office.webextension+xml'],
  ]);
}

function extensionXml(binding: CustomFunctionBinding): string {
  const id = escapeText(binding.addinId);
  const property = (name: string): string => `<we:property name="${name}" value="true"/>`;
  const properties =
    (binding.autoShow ? property('Office.AutoShowTaskpaneWithDocument') : '') +
    property('Office.DisableTrustUX');
  const functions = binding.functionIds
    .map(
      (each) =>
        `<we:customFunctionIds>_xldudf_${escapeText(each.replaceAll('.', '_'))}` +
        '</we:customFunctionIds>',
    )
    .join('');
  const extension = (uri: string, inner: string): string =>
    `<a:ext xmlns:a="${DRAWING}" uri="${uri}">${inner}</a:ext>`;
  return (
    `${XML_HEAD}<we:webextension xmlns:we="${EXTENSION}" id="{${id.toUpperCase()}}">` +
    `<we:reference id="${id}" version="${escapeText(binding.version)}" ` +
    `store="${escapeText(binding.store)}" storeType="${binding.storeType}"/>` +
    '<we:alternateReferences/>' +
    `<we:properties>${properties}</we:properties><we:bindings/><we:snapshot ` +
    `xmlns:r="${RELATIONSHIPS}"/>` +
    '<we:extLst>' +
    extension('{D87F86FE-615C-45B5-9D79-34F1136793EB}', '<we:containsCustomFunctions val="1"/>') +
    extension(
      '{7C84B067-C214-45C3-A712-C9D94CD141B2}',
      `<we:customFunctionIdList>${functions}` + '</we:customFunctionIdList>',
    ) +
    '</we:extLst>' +
    '</we:webextension>'
  );
}
