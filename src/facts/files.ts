/**
 * Why a file can't be used, as facts. `part` is a package part's name ("xl/workbook.xml"), `name`
 * the file as the person calls it.
 */
export type FilesFact =
  | { readonly code: 'file.empty'; readonly name: string }
  | { readonly code: 'file.noCells'; readonly name: string }
  | { readonly code: 'file.passwordProtected'; readonly name: string }
  | { readonly code: 'file.oldExcel'; readonly name: string }
  | { readonly code: 'file.wps'; readonly name: string }
  | { readonly code: 'file.binaryWorkbook'; readonly name: string }
  | { readonly code: 'file.openDocument'; readonly name: string }
  | { readonly code: 'file.markup'; readonly name: string }
  | { readonly code: 'file.notWorkbook'; readonly name: string }
  | { readonly code: 'file.truncated'; readonly name: string }
  | { readonly code: 'file.tooLarge'; readonly name: string }
  /** More columns than a sheet has, first in a line of a text. */
  | { readonly code: 'file.tooWide'; readonly name: string; readonly row: number }
  /** Cells so far from each other that the empty places between them fit nowhere. */
  | { readonly code: 'file.scattered'; readonly name: string }
  | { readonly code: 'file.damaged'; readonly name: string; readonly part: string }
  | { readonly code: 'file.partMissing'; readonly name: string; readonly part: string }
  | { readonly code: 'file.unknownEncoding'; readonly name: string }
  | { readonly code: 'file.tooManyFormats'; readonly name: string }
  | { readonly code: 'file.changedOnDisk'; readonly name: string }
  | { readonly code: 'file.notAllowed'; readonly name: string }
  | { readonly code: 'file.notKept'; readonly name: string }
  | { readonly code: 'file.noFileDropped'; readonly name: string }
  | { readonly code: 'file.noSuchSheet'; readonly name: string; readonly sheet: string }
  | {
      readonly code: 'file.partOfArray';
      readonly name: string;
      readonly cell: string;
      readonly block: string;
    };

type WithoutName<F> = F extends FilesFact ? Omit<F, 'name'> : never;

/** A fact from the depths of a file, before anyone there knows what the file is called. */
export type FileTrouble = WithoutName<FilesFact>;
