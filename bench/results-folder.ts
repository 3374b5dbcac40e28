import { fileURLToPath } from 'node:url';

/** Where results are kept: beside the benches, or where `BENCH_RESULTS` says, for a run that only shows that they still work. */
export const resultsFolder = process.env.BENCH_RESULTS ?? fileURLToPath(new URL('results/', import.meta.url));
