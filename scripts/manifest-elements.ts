/** What an attribute or a text may be. */
export type ValueKind = keyof typeof VALUES;

export const VALUES = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  version: /^\d{1,5}(\.\d{1,5}){0,3}$/,
  setVersion: /^\d{1,5}\.\d{1,5}$/,
  culture: /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i,
  short: /^[\s\S]{1,125}$/,
  long: /^[\s\S]{1,250}$/,
  url: /^https:\/\/\S{1,2040}$/,
  reference: /^\S{1,32}$/,
  pixels: /^\d+$/,
  lifetime: /^(short|long)$/,
  permission: /^(Restricted|(Read|ReadAll|Write|ReadWrite)Document)$/,
  namespace: /^http:\/\/\S+$/,
} as const;

/** How often a child may come: once, at most once, once or more, any number of times. */
export type Times = '1' | '?' | '+' | '*';

/** One element: attributes (`name?` may be left out), children in their order, text. */
export interface ElementRule {
  readonly attributes?: Readonly<Record<string, ValueKind>>;
  /** Name, how often, and which rule it keeps to: its own name unless said. */
  readonly children?: readonly (readonly [name: string, times: Times, rule?: string])[];
  readonly text?: ValueKind;
}

const setting = (kind: ValueKind): ElementRule => ({
  attributes: { DefaultValue: kind },
  children: [['Override', '*', `override of ${kind}`]],
});
const override = (kind: ValueKind): ElementRule => ({
  attributes: { Locale: 'culture', Value: kind },
});
const resource = (kind: ValueKind): ElementRule => ({
  attributes: { id: 'reference', DefaultValue: kind },
  children: [['bt:Override', '*', `override of ${kind}`]],
});
const REFERENCE: ElementRule = { attributes: { resid: 'reference' } };
const place: ElementRule = { children: [['SourceLocation', '1', 'reference']] };

/**
 * What the manifest of a task pane add-in with commands and functions consists of, as far as ours
 * uses it. A rule `Name:Type` is that of an element `Name` with this xsi:type.
 */
export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  'OfficeApp:TaskPaneApp': {
    attributes: { xmlns: 'namespace', 'xmlns:xsi': 'namespace', 'xmlns:bt': 'namespace' },
    children: [
      ['Id', '1', 'text of id'],
      ['Version', '1', 'text of version'],
      ['ProviderName', '1', 'text of short'],
      ['DefaultLocale', '1', 'text of culture'],
      ['DisplayName', '1', 'setting of short'],
      ['Description', '1', 'setting of long'],
      ['IconUrl', '?', 'setting of url'],
      ['HighResolutionIconUrl', '?', 'setting of url'],
      ['SupportUrl', '?', 'setting of url'],
      ['AppDomains', '?'],
      ['Hosts', '1', 'names of hosts'],
      ['Requirements', '?'],
      ['DefaultSettings', '1'],
      ['Permissions', '1', 'text of permission'],
      ['VersionOverrides', '?'],
    ],
  },
  'text of id': { text: 'id' },
  'text of version': { text: 'version' },
  'text of short': { text: 'short' },
  'text of long': { text: 'long' },
  'text of culture': { text: 'culture' },
  'text of permission': { text: 'permission' },
  'setting of short': setting('short'),
  'setting of long': setting('long'),
  'setting of url': setting('url'),
  'override of short': override('short'),
  'override of long': override('long'),
  'override of url': override('url'),
  reference: REFERENCE,
  AppDomains: { children: [['AppDomain', '+', 'text of long']] },
  'names of hosts': { children: [['Host', '+', 'name of a host']] },
  'name of a host': { attributes: { Name: 'short' } },
  Requirements: { children: [['Sets', '?']] },
  Sets: { attributes: { 'DefaultMinVersion?': 'setVersion' }, children: [['Set', '+']] },
  Set: { attributes: { Name: 'short', 'MinVersion?': 'setVersion' } },
  DefaultSettings: { children: [['SourceLocation', '1', 'setting of url']] },
  'VersionOverrides:VersionOverridesV1_0': {
    attributes: { xmlns: 'namespace' },
    children: [
      ['Description', '?', 'reference'],
      ['Requirements', '?'],
      ['Hosts', '?'],
      ['Resources', '?'],
    ],
  },
  Hosts: { children: [['Host', '+']] },
  'Host:Workbook': {
    children: [
      ['Runtimes', '?'],
      ['AllFormFactors', '?'],
      ['DesktopFormFactor', '?'],
    ],
  },
  Runtimes: { children: [['Runtime', '+']] },
  Runtime: { attributes: { resid: 'reference', 'lifetime?': 'lifetime' } },
  AllFormFactors: { children: [['ExtensionPoint', '?']] },
  'ExtensionPoint:CustomFunctions': {
    children: [
      ['Script', '1'],
      ['Page', '1'],
      ['Metadata', '?'],
      ['Namespace', '?', 'reference'],
    ],
  },
  Script: place,
  Page: place,
  Metadata: place,
  DesktopFormFactor: {
    children: [
      ['GetStarted', '?'],
      ['FunctionFile', '?', 'reference'],
      ['ExtensionPoint', '+'],
    ],
  },
  GetStarted: {
    children: [
      ['Title', '1', 'reference'],
      ['Description', '1', 'reference'],
      ['LearnMoreUrl', '1', 'reference'],
    ],
  },
  'ExtensionPoint:PrimaryCommandSurface': { children: [['OfficeTab', '*']] },
  OfficeTab: { attributes: { id: 'short' }, children: [['Group', '+']] },
  Group: {
    attributes: { id: 'short' },
    children: [
      ['Label', '1', 'reference'],
      ['Icon', '1'],
      ['Control', '+'],
    ],
  },
  Icon: { children: [['bt:Image', '+', 'image of an icon']] },
  'image of an icon': { attributes: { size: 'pixels', resid: 'reference' } },
  'Control:Button': {
    attributes: { id: 'short' },
    children: [
      ['Label', '1', 'reference'],
      ['Supertip', '1'],
      ['Icon', '1'],
      ['Action', '1'],
    ],
  },
  Supertip: {
    children: [
      ['Title', '1', 'reference'],
      ['Description', '1', 'reference'],
    ],
  },
  'Action:ExecuteFunction': { children: [['FunctionName', '1', 'text of long']] },
  'Action:ShowTaskpane': {
    children: [
      ['TaskpaneId', '?', 'text of short'],
      ['SourceLocation', '1', 'reference'],
      ['Title', '?', 'reference'],
    ],
  },
  Resources: {
    children: [
      ['bt:Images', '?'],
      ['bt:Urls', '?'],
      ['bt:ShortStrings', '?'],
      ['bt:LongStrings', '?'],
    ],
  },
  'bt:Images': { children: [['bt:Image', '*', 'resource of url']] },
  'bt:Urls': { children: [['bt:Url', '*', 'resource of url']] },
  'bt:ShortStrings': { children: [['bt:String', '*', 'resource of short']] },
  'bt:LongStrings': { children: [['bt:String', '*', 'resource of long']] },
  'resource of url': resource('url'),
  'resource of short': resource('short'),
  'resource of long': resource('long'),
};
