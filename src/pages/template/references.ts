/** References as files store them: a cell of the same table row, a whole column of a table. */
export const own = (table: string, column: string): string => `${table}[[#This Row],[${column}]]`;
export const column = (table: string, name: string): string => `${table}[${name}]`;

export const POLICY_NAME = 'RebatePolicy';
