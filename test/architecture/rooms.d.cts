export interface Room {
  readonly uses: readonly string[];
}
export const ROOMS: Readonly<Record<string, Room>>;
export function arrowsUp(rooms: Readonly<Record<string, Room>>): readonly string[];
