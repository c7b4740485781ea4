import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostAddress } from '../../scripts/host-files-plugin.ts';
import { hostFiles } from '../../scripts/host-files.ts';
import { manifestProblems } from '../../scripts/manifest-lint.ts';
import { ADDIN_ID, DEVELOPMENT_ADDRESS, DEVELOPMENT_ID } from '../../scripts/manifest.ts';
import { pngSize } from '../../scripts/png-size.ts';
import { RIBBON_COMMANDS } from '../../scripts/ribbon-commands.ts';

const HOST = 'https://addin.example.com/rebates/';
const manifestOf = (address: string): string =>
  hostFiles(address).find(({ path }) => path === 'manifest.xml')?.text ?? '';
const served = new Set([
  'taskpane.html',
  'functions.js',
  ...hostFiles(HOST).map(({ path }) => path),
  ...readdirSync('assets').map((name) => `assets/${name}`),
]);

const problems = (source: string, address: string): readonly string[] =>
  manifestProblems(source, {
    address,
    served,
    commands: RIBBON_COMMANDS,
    imageSize: (path) => pngSize(readFileSync(path)),
  });

it.each([
  ['a developer', DEVELOPMENT_ADDRESS],
  ['a host with a path', HOST],
  ['a host', 'https://rebates.example.com/'],
])('the manifest for %s has no fault', (_name, address) => {
  expect(problems(manifestOf(address), address)).toEqual([]);
});

it('a host gets its own address everywhere and the id of the installed add-in', () => {
  const built = manifestOf(HOST);
  expect(built).not.toContain('localhost');
  expect(built).toContain(`<Id>${ADDIN_ID}</Id>`);
  expect(built).toContain('<AppDomain>https://addin.example.com</AppDomain>');
  expect(manifestOf(DEVELOPMENT_ADDRESS)).toBe(readFileSync('manifest.xml', 'utf8'));
  expect(ADDIN_ID).not.toBe(DEVELOPMENT_ID);
});

it.each([
  [
    'no address',
    undefined,
    'A production build needs the address it will be served from, for example ' +
      'REBATE_RADAR_URL=https://addin.example.com/ (--env local builds for ' +
      'https://localhost:3000).',
  ],
  [
    'an empty address',
    '',
    'A production build needs the address it will be served from, for example ' +
      'REBATE_RADAR_URL=https://addin.example.com/ (--env local builds for ' +
      'https://localhost:3000).',
  ],
  [
    'plain http',
    'http://addin.example.com',
    'REBATE_RADAR_URL must be an https address, not "http://addin.example.com".',
  ],
  ['no address at all', 'addin', 'REBATE_RADAR_URL must be an https address, not "addin".'],
])('a production build with %s says so in a sentence', (_name, given, problem) => {
  expect(hostAddress(given)).toEqual({ ok: false, problem });
});

it('an address may end without a slash', () => {
  expect(hostAddress('https://addin.example.com/rebates')).toEqual({ ok: true, url: HOST });
});

const CONTROL =
  'OfficeApp/VersionOverrides/Hosts/Host/DesktopFormFactor/ExtensionPoint/OfficeTab/Group/Control';

describe('the check sees', () => {
  const good = manifestOf(DEVELOPMENT_ADDRESS);
  const planted: readonly (readonly [string, string | RegExp, string, string])[] = [
    [
      'a resid that is in no resource',
      'resid="Analyze.Tip"',
      'resid="Analyse.Tip"',
      'resid "Analyse.Tip" is in no resource.',
    ],
    [
      'a resource that nothing uses',
      'resid="Analyze.Tip"',
      'resid="Review.Tip"',
      'Resource "Analyze.Tip" is used nowhere.',
    ],
    [
      'a resource id that is too long',
      /Analyze\.Tip/g,
      'Analyze.Tip.That.Goes.On.And.On.And.On',
      'Resource id "Analyze.Tip.That.Goes.On.And.On.And.On" must have 1 to 32 characters.',
    ],
    [
      'a label that is too long',
      'Value="Analyze sheet"',
      `Value="${'x'.repeat(126)}"`,
      `"${'x'.repeat(30)}…" in bt:ShortStrings has 126 characters; 1 to 125 are allowed.`,
    ],
    [
      'plain http',
      'https://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js is not https.',
    ],
    [
      'a file that is not served',
      '/functions.js"',
      '/function.js"',
      'https://localhost:3000/function.js is not in the build.',
    ],
    [
      'an icon of another size',
      '"Icon.80" DefaultValue="https://localhost:3000/assets/icon-80.png"',
      '"Icon.80" DefaultValue="https://localhost:3000/assets/icon-64.png"',
      'https://localhost:3000/assets/icon-64.png is 64×64, wanted 80×80.',
    ],
    [
      'an icon without a needed size',
      '<bt:Image size="80" resid="Icon.80"/>',
      '',
      'An Icon has no image of 80 px.',
    ],
    [
      'children out of order',
      /(<Runtimes>[\s\S]*?<\/Runtimes>)\s*(<AllFormFactors>[\s\S]*?<\/AllFormFactors>)/,
      '$2$1',
      'The children of OfficeApp/VersionOverrides/Hosts/Host must come in the order Runtimes, ' +
        'AllFormFactors, DesktopFormFactor.',
    ],
    [
      'an element that is missing',
      '<ProviderName>Rebate Radar</ProviderName>',
      '',
      'OfficeApp has no ProviderName.',
    ],
    [
      'an element that is there twice',
      '<Permissions>',
      '<Permissions>Restricted</Permissions><Permissions>',
      'OfficeApp has 2 of Permissions.',
    ],
    [
      'an element that does not belong',
      '</Supertip>',
      '<Hint resid="Analyze.Tip"/></Supertip>',
      `Hint does not belong into ${CONTROL}/Supertip.`,
    ],
    [
      'an override without its prefix',
      /<bt:Override (Locale="en-US" Value="Analyze sheet")/,
      '<Override $1',
      'Override does not belong into ' +
        'OfficeApp/VersionOverrides/Resources/bt:ShortStrings/bt:String.',
    ],
    ['an attribute that is missing', 'id="AnalyzeSheet"', '', `${CONTROL} has no id.`],
    [
      'an attribute that is not known',
      'lifetime="long"',
      'lifetime="long" debug="true"',
      'OfficeApp/VersionOverrides/Hosts/Host/Runtimes/Runtime cannot have debug.',
    ],
    [
      'a value of another kind',
      'lifetime="long"',
      'lifetime="forever"',
      'OfficeApp/VersionOverrides/Hosts/Host/Runtimes/Runtime lifetime: "forever" is no lifetime.',
    ],
    [
      'a permission that there is not',
      'ReadWriteDocument',
      'ReadWriteEverything',
      'OfficeApp/Permissions: "ReadWriteEverything" is no permission.',
    ],
    [
      'a description that is too long',
      /<Description DefaultValue="[^"]*"/,
      `<Description DefaultValue="${'说'.repeat(251)}"`,
      `OfficeApp/Description DefaultValue: "${'说'.repeat(40)}" is no long.`,
    ],
    [
      'a language that is none',
      'Override Locale="en-GB" Value="Rebate Radar"',
      'Override Locale="en_GB" Value="Rebate Radar"',
      'OfficeApp/DisplayName/Override Locale: "en_GB" is no culture.',
    ],
    [
      'a control without its type',
      'Control xsi:type="Button" ',
      'Control ',
      `${CONTROL} needs an xsi:type.`,
    ],
    [
      'a control of another type',
      'Control xsi:type="Button" ',
      'Control xsi:type="Slider" ',
      `${CONTROL} cannot be a Slider.`,
    ],
    [
      'a text between elements',
      '</Supertip>',
      'Tip</Supertip>',
      `${CONTROL}/Supertip cannot hold the text "Tip".`,
    ],
    [
      'a manifest of another kind',
      'xsi:type="TaskPaneApp"',
      'xsi:type="MailApp"',
      'OfficeApp cannot be a MailApp.',
    ],
    [
      'a text without English',
      '<bt:Override Locale="en-GB" Value="Analyze sheet"/>',
      '',
      'Analyze.Label needs one override, the same, for each of en-US, en-GB, en-AU, en-CA, ' +
        'en-HK, en-IE, en-IN, en-MY, en-NZ, en-PH, en-SG, en-ZA.',
    ],
    [
      'a namespace',
      '</Metadata>',
      '</Metadata><Namespace resid="Group.Label"/>',
      'A Namespace element would put a prefix before every function name.',
    ],
    [
      'a missing requirement',
      '<Set Name="ExcelApi" MinVersion="1.13"/>',
      '',
      'The requirement ExcelApi 1.13 is missing.',
    ],
    [
      'a second runtime',
      '<FunctionFile resid="Taskpane.Url"/>',
      '<FunctionFile resid="Help.Url"/>',
      'Runtime, Page, FunctionFile and ShowTaskpane must be the same page to share one runtime.',
    ],
    [
      'a button without a command',
      'analyzeSheet',
      'analyseSheet',
      'The page has no command "analyseSheet".',
    ],
    [
      'two controls of one id',
      'id="OpenPane"',
      'id="AnalyzeSheet"',
      'Two controls have the id "AnalyzeSheet".',
    ],
    [
      "the id of the installed add-in in a developer's copy",
      DEVELOPMENT_ID,
      ADDIN_ID,
      `The Id for ${DEVELOPMENT_ADDRESS} is ${DEVELOPMENT_ID}, not ${ADDIN_ID}.`,
    ],
    [
      'a version that Excel refuses',
      '<Version>1.0.0.0</Version>',
      '<Version>1.0-beta</Version>',
      '"1.0-beta" is not a version.',
    ],
  ];

  it.each(planted)('%s', (_name, found, put, problem) => {
    const bad = good.replace(found, put);
    expect(bad).not.toBe(good);
    expect(problems(bad, DEVELOPMENT_ADDRESS)).toContain(problem);
  });

  it('a tag that is not closed', () =>
    expect(() => problems(good.replace('</Hosts>', ''), DEVELOPMENT_ADDRESS)).toThrow(
      'closes nothing',
    ));
});

describe("Microsoft's own reader of manifests", () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function read(manifest: string): { readonly status: number | null; readonly text: string } {
    const path = join(folder, 'manifest.xml');
    writeFileSync(path, manifest);
    const tool = require
      .resolve('office-addin-manifest/package.json')
      .replace('package.json', 'cli.js');
    const { status, stdout } = spawnSync(process.execPath, [tool, 'info', path], {
      encoding: 'utf8',
    });
    return { status, text: stdout };
  }

  it.each([
    ['a developer', DEVELOPMENT_ADDRESS, DEVELOPMENT_ID],
    ['a host', HOST, ADDIN_ID],
  ])('takes the one for %s', (_name, address, id) => {
    const { status, text } = read(manifestOf(address));
    expect(status).toBe(0);
    for (const line of [
      `Id: ${id}`,
      'Type: TaskPaneApp',
      'Default Locale: zh-CN',
      'Hosts: Workbook',
      'Permissions: ReadWriteDocument',
      `AppDomains: ${new URL(address).origin}`,
      `Icon Url: ${address}assets/icon-32.png`,
      `High Resolution Icon Url: ${address}assets/icon-64.png`,
      `Source Location: ${address}taskpane.html`,
    ])
      expect(text).toContain(line);
    expect(text).toMatch(/Version: \d+(\.\d+){3}\n/);
  });

  it('refuses what is no manifest', () => {
    const { status, text } = read(manifestOf(HOST).slice(0, 400));
    expect([status === 0, text.includes('Id:')]).not.toEqual([true, true]);
  });
});

it('the tools that load the add-in are installed, and none of them builds natively', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version?: string; link?: boolean }>;
  };
  for (const tool of ['office-addin-debugging', 'office-addin-dev-certs', 'office-addin-manifest'])
    expect(packages[`node_modules/${tool}`]?.version).toBeDefined();
  const native = Object.keys(packages).filter((name) =>
    /(^|\/)(keytar|node-gyp|msal-node-extensions|nan)$/.test(name),
  );
  expect(native).toEqual([]);
  expect(packages['node_modules/@microsoft/m365agentstoolkit-cli']?.link).toBe(true);
});
