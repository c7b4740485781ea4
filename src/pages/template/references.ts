/** A cell of the same table row, as files store it. */
export const own = (table: string, column: string): string => `${table}[[#This Row],[${column}]]`;

export const POLICY_NAME = 'RebatePolicy';
