/** Made by the build. */
declare module "*/openapi.json" {
  const description: { paths: Record<string, Record<string, never>> };
  export default description;
}
