/** A fill of one color, "#FFE699". */
export const solidFill = (color: string): string =>
  '<fill><patternFill patternType="solid"><fgColor ' +
  `rgb="FF${color.replace('#', '').toUpperCase()}"/><bgColor indexed="64"/></patternFill></fill>`;
