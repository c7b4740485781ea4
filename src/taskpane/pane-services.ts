import type { PaneSession } from '#application/pane-session.ts';

/** What a host gives the pane besides the session. What a host cannot do is absent, and its control is not drawn. */
export interface PaneHost {
  readonly kind: 'excel' | 'browser';
  /** Shows a row of a sheet to the user and selects it. Rows as a person counts. */
  selectRow(sheet: string, row: number): Promise<void>;
  openSample(): Promise<void>;
  openTemplate(): Promise<void>;
  copyText(text: string): Promise<void>;
  /** Version and platform, for the diagnostics. */
  readonly about: { readonly version: string; readonly platform: string };
}

/** Everything the pane calls. It comes in as a prop: a test hands in functions, not a mocked Excel. */
export interface PaneServices {
  readonly session: PaneSession;
  readonly host: PaneHost;
}
