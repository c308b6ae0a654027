/** Files that wrangler bundles with the Worker, see the rules in wrangler.toml. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.safetensors" {
  const bytes: ArrayBuffer;
  export default bytes;
}
