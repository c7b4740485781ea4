/** Two spellings of one id: case does not make another order. */
export const idKey = (id: string): string => id.toLowerCase();
