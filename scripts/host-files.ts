/** A file that carries the host address. */
export interface HostFile {
  readonly path: string;
  readonly text: string;
}

/** Everything the build writes that names its own address. */
export function hostFiles(_address: string): readonly HostFile[] {
  return [];
}
