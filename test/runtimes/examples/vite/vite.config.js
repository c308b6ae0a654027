export default { optimizeDeps: { exclude: ["mnist-classifier"] } };
