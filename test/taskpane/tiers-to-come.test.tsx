/** @jest-environment jsdom */
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { fen } from '#domain/money/fen.ts';
import { TierBar } from '#taskpane/overview/TierBar.tsx';
import { TierSteps } from '#taskpane/policy/TierSteps.tsx';
import { themeFor } from '#taskpane/theme.ts';
import { Rendered } from './rendered.tsx';

const { policy } = readPolicy(
  [
    ['返点项', '门槛', '比例'],
    ['返点', 500_000, '4%'],
    [null, 2_000_000, '6%'],
    [null, 5_000_000, '8%'],
  ],
  { cellName: (row, column) => `${row}:${column}` },
);
const [component] = policy?.components ?? [];

let shown: Rendered;
afterEach(() => shown.close());

/** The tokens that elements of the page draw their upper edge with. */
function edges(box: HTMLElement): ReadonlySet<string> {
  const tokens = new Map(
    [...document.styleSheets].flatMap(({ cssRules }) =>
      [...cssRules].flatMap(({ cssText }) => {
        const [, name, token] =
          /^\.([\w-]+) *\{ *border(?:-top)?(?:-color)?:[^;}]*var\(--(color\w+)\)/.exec(cssText) ??
          [];
        return name === undefined || token === undefined ? [] : [[name, token] as const];
      }),
    ),
  );
  return new Set(
    [...box.querySelectorAll('*')].flatMap(({ classList }) =>
      [...classList].flatMap((name) => tokens.get(name) ?? []),
    ),
  );
}

/** Relative luminance of "#rrggbb". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['the bar', <TierBar tiers={component!.tiers} tier={1} sales={fen(6e7)} pipeline={fen(0)} />],
  ['the stairs', <TierSteps component={component!} tier={1} />],
])('tiers to come have an outline that is seen on a card, light and dark: %s', async (_, part) => {
  shown = await Rendered.of(part);
  const found = edges(shown.box);
  expect([...found]).toContain('colorNeutralStrokeAccessible');
  for (const isDark of [false, true]) {
    const theme = themeFor(isDark);
    const seen = contrast(theme.colorNeutralStrokeAccessible, theme.colorNeutralBackground1);
    expect(seen).toBeGreaterThanOrEqual(3);
  }
});
