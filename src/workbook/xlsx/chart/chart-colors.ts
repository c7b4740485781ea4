/** Without "#", as charts write them. */
export const INK = '1F2A37';
export const GREY = '5B6775';
export const RULE = 'E1E6ED';
