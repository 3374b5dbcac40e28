/*
 * The last act of a process that runs tests beside others is to write its coverage, some thirty megabytes. On a busy machine that takes longer than
 * the second after which mocha's pool sends it SIGTERM, and half of all coverage would be lost with every test passed. With somebody listening, the
 * signal does not end it; mocha waits until it has ended by itself.
 */
if (process.env.MOCHA_WORKER_ID !== undefined) process.on('SIGTERM', () => undefined);
