/**
 * How the add-in reaches its users. The workbook's reference to it must match, so each way has a
 * template of its own: sideloaded by a developer, deployed by the Microsoft 365 admin centre, or
 * offered from a network share.
 */
export const CHANNELS = ['developer', 'catalog', 'share'] as const;
export type TemplateChannel = (typeof CHANNELS)[number];

/** The add-in as its manifests name it. */
export const ADDIN = {
  id: '9f127b91-b780-4821-a95a-373c59d40755',
  developmentId: '04609d38-00a5-40ee-8546-8d3795e6d114',
  version: '1.0.0.0',
} as const;

/** Stands for the share until the real path is given. */
const SHARE_PLACEHOLDER = '\\\\server\\share';

interface Reference {
  readonly addinId: string;
  readonly version: string;
  readonly store: string;
  readonly storeType: 'Registry' | 'EXCatalog' | 'FileSystem';
}

export function referenceOf(
  channel: TemplateChannel,
  share: string = SHARE_PLACEHOLDER,
): Reference {
  const { id, developmentId, version } = ADDIN;
  switch (channel) {
    case 'developer':
      return { addinId: developmentId, version, store: 'developer', storeType: 'Registry' };
    case 'catalog':
      return { addinId: id, version, store: 'EXCatalog', storeType: 'EXCatalog' };
    case 'share':
      return { addinId: id, version, store: share, storeType: 'FileSystem' };
  }
}
