/** libjpeg scales by eighths: each block of 8×8 pixels becomes 1×1 … 8×8. */
const EIGHTHS = 8;

/**
 * The size at which a JPEG is decoded: the most eighths with which its longer side keeps within
 * the working size, but at least one.
 */
export function decodedSize(
  { width, height }: { width: number; height: number },
  workingSize: number,
): { width: number; height: number } {
  const most = Math.floor((EIGHTHS * workingSize) / Math.max(width, height));
  const eighths = Math.min(EIGHTHS, Math.max(1, most));
  return {
    width: Math.ceil((width * eighths) / EIGHTHS),
    height: Math.ceil((height * eighths) / EIGHTHS),
  };
}
