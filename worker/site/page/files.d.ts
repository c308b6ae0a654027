/** Files that the page loads; the build gives their names. */
declare module "*.wasm" {
  const name: string;
  export default name;
}

declare module "*.bin" {
  const name: string;
  export default name;
}
