import {
  type BrandVariants,
  type Theme,
  createDarkTheme,
  createLightTheme,
} from '@fluentui/react-components';

/** Calm teal: kin to Excel's green, and apart from the green that means "good". */
const radar: BrandVariants = {
  10: '#02120F',
  20: '#06201C',
  30: '#0A2F2A',
  40: '#0C3D37',
  50: '#0D4B45',
  60: '#0E5A53',
  70: '#0F6860',
  80: '#0F766E',
  90: '#2A857D',
  100: '#42948C',
  110: '#5AA39C',
  120: '#72B2AC',
  130: '#8BC1BC',
  140: '#A5D1CD',
  150: '#C0E0DD',
  160: '#DCEFED',
};

/**
 * Chinese first in the stack: a Latin font's missing glyphs must not come from a serif or a
 * Japanese face.
 */
const FONT =
  "'Segoe UI', -apple-system, BlinkMacSystemFont, 'PingFang SC', 'Microsoft YaHei UI', " +
  "'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', Roboto, 'Helvetica Neue', sans-serif";

const light: Theme = { ...createLightTheme(radar), fontFamilyBase: FONT, fontFamilyNumeric: FONT };
const darkBase = createDarkTheme(radar);
/** The dark theme's own brand text is too dim on its background for 4.5:1. */
const dark: Theme = {
  ...darkBase,
  fontFamilyBase: FONT,
  fontFamilyNumeric: FONT,
  colorBrandForeground1: radar[120],
  colorBrandForeground2: radar[130],
  colorBrandForegroundLink: radar[130],
  colorBrandForegroundLinkHover: radar[140],
  colorCompoundBrandForeground1: radar[120],
};

export const themeFor = (isDark: boolean): Theme => (isDark ? dark : light);
