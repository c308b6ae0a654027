/** Files that wrangler bundles with the Worker, by its own rules. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}

/** What lies in build/assets/; like the others it is not there before the first build. */
declare module "*/assets.json" {
  const files: import("../site/assets.ts").AssetList;
  export default files;
}
