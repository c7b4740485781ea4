/** Style sheets of the grid are files of their own, loaded by their address. */
declare module '*.css' {
  const address: string;
  export = address;
}
