/**
 * What of `Office` an add-in meets before and beside the Excel API, where office.js itself is not
 * loaded.
 */
export interface OfficeOptions {
  readonly displayLanguage?: 'zh-CN' | 'en-US';
  readonly theme?: {
    readonly bodyBackgroundColor: string;
    readonly bodyForegroundColor: string;
    readonly isDarkTheme?: boolean;
  };
  /** Highest ExcelApi version that `isSetSupported` grants; other sets by `sets`. */
  readonly excelApi?: string;
  readonly sets?: Readonly<Record<string, string>>;
  readonly documentUrl?: string;
}

const atLeast = (have: string | undefined, want: string): boolean => {
  if (have === undefined) return false;
  const [a = 0, b = 0] = have.split('.').map(Number);
  const [c = 0, d = 0] = want.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

export function officeStub(options: OfficeOptions = {}): Record<string, unknown> {
  const sets: Readonly<Record<string, string>> = {
    ExcelApi: options.excelApi ?? '1.20',
    SharedRuntime: '1.1',
    CustomFunctionsRuntime: '1.3',
    DelayForCellEdit: '1.1',
    RichApiRuntime: '1.2',
    ...options.sets,
  };
  const settings = new Map<string, unknown>();
  const associations = new Map<string, unknown>();
  const info = { host: 'Excel', platform: 'PC' };
  return {
    onReady: (then?: (given: typeof info) => void) =>
      Promise.resolve(info).then((given) => (then?.(given), given)),
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', Mac: 'Mac', OfficeOnline: 'OfficeOnline' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    EventType: { OfficeThemeChanged: 'officeThemeChanged' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    StartupBehavior: { none: 'None', load: 'Load' },
    context: {
      host: 'Excel',
      platform: 'PC',
      displayLanguage: options.displayLanguage ?? 'zh-CN',
      contentLanguage: options.displayLanguage ?? 'zh-CN',
      officeTheme: options.theme ?? {
        bodyBackgroundColor: '#FFFFFF',
        bodyForegroundColor: '#242424',
        isDarkTheme: false,
      },
      requirements: {
        isSetSupported: (name: string, version = '1.1') => atLeast(sets[name], version),
      },
      document: {
        url: options.documentUrl ?? 'C:\\books\\Book1.xlsx',
        settings: {
          get: (key: string) => settings.get(key) ?? null,
          set: (key: string, value: unknown) => void settings.set(key, value),
          saveAsync: (then?: (result: { status: string }) => void) =>
            then?.({ status: 'succeeded' }),
        },
      },
    },
    addin: {
      showAsTaskpane: () => Promise.resolve(),
      hide: () => Promise.resolve(),
      setStartupBehavior: () => Promise.resolve(),
      getStartupBehavior: () => Promise.resolve('None'),
      onVisibilityModeChanged: () => Promise.resolve(() => Promise.resolve()),
    },
    actions: {
      associate: (id: string, act: unknown) => void associations.set(id, act),
      _associations: associations,
    },
    ribbon: { requestUpdate: () => Promise.resolve() },
  };
}
