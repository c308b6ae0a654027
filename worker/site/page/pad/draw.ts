import type { Point, Stroke } from "./strokes.ts";

/** The pen's width as a share of the pad's side: 1.75 of MNIST's 28 pixels. */
const PEN = 1 / 16;

type Context = CanvasRenderingContext2D;

/**
 * Draws strokes with a round pen.
 *
 * @param side of the square that they are drawn to, in pixels
 */
export function drawStrokes(context: Context, strokes: readonly Stroke[], side: number): void {
  context.lineWidth = PEN * side;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) drawStroke(context, stroke, side);
}

/** Curves from middle to middle of the points, so that a mouse that reports seldom draws no corners. */
function drawStroke(context: Context, stroke: Stroke, side: number): void {
  const last = stroke.length - 1;
  context.beginPath();
  context.moveTo(stroke[0][0] * side, stroke[0][1] * side);
  for (let i = 1; i < last; i++) {
    const [x, y] = stroke[i];
    const [middleX, middleY] = middle(stroke[i], stroke[i + 1]);
    context.quadraticCurveTo(x * side, y * side, middleX * side, middleY * side);
  }
  context.lineTo(stroke[last][0] * side, stroke[last][1] * side);
  context.stroke();
}

function middle([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/** Draws a picture as large as the square takes, in its middle. */
export function drawPicture(context: Context, picture: ImageBitmap, side: number): void {
  const scale = side / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  // A picture of few pixels shows them.
  context.imageSmoothingEnabled = scale < 4;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, (side - width) / 2, (side - height) / 2, width, height);
}
