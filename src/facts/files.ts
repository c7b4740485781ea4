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
    }
  /** Somebody typed more into a cell than Excel takes there. */
  | {
      readonly code: 'file.typedTooLong';
      readonly name: string;
      /** `renamed`: a formula, once the columns that it names are called by their new heads. */
      readonly what: 'text' | 'formula' | 'head' | 'renamed';
      readonly sheet: string;
      readonly cell: string;
      readonly characters: number;
      readonly most: number;
    }
  /** A text has more lines than a sheet rows. */
  | { readonly code: 'file.tooManyLines'; readonly name: string; readonly lines: number }
  | FileNote;

/** What a copy that was made holds otherwise than what it was made of. */
export type FileNote =
  /** Of a delimited text: cells with more than a cell of a workbook holds. `cells`: the first. */
  | {
      readonly code: 'file.textsCut';
      readonly name: string;
      readonly cells: readonly string[];
      readonly count: number;
    }
  /** The head of a table says what Excel makes of what was typed. */
  | {
      readonly code: 'file.headMade';
      readonly name: string;
      readonly sheet: string;
      readonly cell: string;
      readonly typed: string;
      readonly head: string;
    };

type WithoutName<F> = F extends FilesFact ? Omit<F, 'name'> : never;

/** A fact from the depths of a file, before anyone there knows what the file is called. */
export type FileTrouble = WithoutName<FilesFact>;
