/** Takes figures, as Cloudflare's Analytics Engine binding does. */
export interface MetricsDataset {
  writeDataPoint(point: { indexes: string[]; blobs: string[]; doubles: number[] }): void;
}
