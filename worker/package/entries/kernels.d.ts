/** The kernels, compiled, as a Worker imports them. */
declare const kernels: WebAssembly.Module;
export default kernels;
