/** libjpeg-turbo, compiled, as a Worker imports it. */
declare const jpegTurbo: WebAssembly.Module;
export default jpegTurbo;
