/**
 * The classifier alone: 28×28 grey levels in, probabilities out.
 *
 * @module
 */
export {
  bindClassifier,
  type Classification,
  type Classifier,
  type ClassifierParts,
} from "../../classifier/classifier.ts";
export type { ModelMetadata } from "../../classifier/packedWeights.ts";
