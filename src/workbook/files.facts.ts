/** Why a file can't be used, as facts. `part` is a package part's name ("xl/workbook.xml"), `name` the file as the person calls it. */
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
  | { readonly code: 'file.damaged'; readonly name: string; readonly part: string }
  | { readonly code: 'file.partMissing'; readonly name: string; readonly part: string }
  | { readonly code: 'file.unknownEncoding'; readonly name: string }
  | { readonly code: 'file.noSuchSheet'; readonly name: string; readonly sheet: string };

type WithoutName<F> = F extends FilesFact ? Omit<F, 'name'> : never;

/** A fact before anyone knows what the file is called. */
export type FileTrouble = WithoutName<FilesFact>;

/**
 * Carries a fact out of the depths of a file. `openWorkbook` turns it into a `Result`; a sheet that turns out to be
 * damaged only while it is read rejects `readSheet` with it.
 */
export class UnusableFile extends Error {
  readonly trouble: FileTrouble;

  constructor(trouble: FileTrouble) {
    super(trouble.code);
    this.name = 'UnusableFile';
    this.trouble = trouble;
  }

  fact(name: string): FilesFact {
    return { ...this.trouble, name };
  }
}
