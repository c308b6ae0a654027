import { createClassifier, createJpegDecoder } from "../../../adapters/node.ts";
import { numberFolder } from "./numberFolder.ts";
import { numberReport } from "./numberReport.ts";
import { numberSheet, onOneLine } from "./numberSheet.ts";
import { LIMITS, readAll } from "./readAll.ts";
import { worstFirst } from "./tally.ts";

/** How many of the mistakes a sheet shows. */
const SHOWN = 60;

/** A report on pictures of numbers, and what the sheet of the mistakes holds. */
export interface NumberEvaluation {
  report: string;
  /** A line for each mistake, the worst first. */
  mistakes: string[];
  /** The worst of them, as SVG. */
  sheet(): string;
}

/**
 * Reads the pictures of a folder.
 *
 * @throws as numberFolder and readAll do
 */
export async function evaluateNumbers(folder: string): Promise<NumberEvaluation> {
  const decodeJpeg = await createJpegDecoder();
  const classifier = await createClassifier();
  const results = readAll(numberFolder(folder), { classifier, limits: LIMITS, decodeJpeg });
  const worst = worstFirst(results);
  return {
    report: numberReport(results),
    mistakes: worst.map(({ name, due, read }) => `${name}  ${onOneLine(due)}  ${onOneLine(read)}`),
    sheet: () => numberSheet(worst.slice(0, SHOWN), decodeJpeg),
  };
}
