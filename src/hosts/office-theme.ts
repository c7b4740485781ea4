/// <reference types="office-js" />
import { useEffect, useState } from 'react';
import { usePrefersDark } from './prefers-dark.ts';

/**
 * Whether Office is dark, as its theme's background says; the system's wish where Office says
 * nothing (Excel on the web).
 */
export function useOfficeDark(): boolean {
  const prefersDark = usePrefersDark();
  const [background, setBackground] = useState(officeBackground);
  useEffect(() => {
    const look = (): void => setBackground(officeBackground());
    // There is no event for it in Excel: the theme is changed in a dialog, and coming back from it
    // is what we notice.
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return background === null ? prefersDark : isDarkColour(background);
}

const officeBackground = (): string | null =>
  (Office.context as Partial<Office.Context> | undefined)?.officeTheme?.bodyBackgroundColor ?? null;

/** "#RRGGBB" whose luminance is nearer to black. */
function isDarkColour(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (
    /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)?.slice(1) ?? []
  ).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
