/** What is known of a stage once it is done: milliseconds and sizes, never content. */
export interface Stage {
  stage: string;
  ms: number;
  [size: string]: number | string;
}

/** Runs a stage of the pipeline, and notes its time and the sizes of what it has made, once it has. */
export type Trace = <Result>(
  stage: string,
  run: () => Result,
  sizes?: (result: Awaited<Result>) => Record<string, number>,
) => Result;

/** Runs a stage and notes nothing. */
export const untraced: Trace = (_, run) => run();

/** Notes stages in a list. In production clocks stand still while a Worker computes. */
export function traceInto(stages: Stage[]): Trace {
  return (stage, run, sizes) => {
    const start = performance.now();
    const note = (done: Awaited<typeof result>) => {
      const ms = Number((performance.now() - start).toFixed(3));
      stages.push({ stage, ms, ...sizes?.(done) });
    };
    const result = run();
    if (result instanceof Promise) result.then(note, () => {});
    else note(result as Awaited<typeof result>);
    return result;
  };
}
