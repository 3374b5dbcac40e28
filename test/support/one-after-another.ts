import type { Suite } from 'mocha';

/**
 * Of a suite whose tests build on each other, those after one that fails are left out. Mocha's own `bail` would leave out every other suite of
 * the run as well, as soon as files run side by side.
 */
export function oneAfterAnother(suite: Suite): void {
  let hasFailed = false;
  suite.beforeEach(function () {
    if (hasFailed) this.skip();
  });
  suite.afterEach(function () {
    hasFailed ||= this.currentTest?.isFailed() === true;
  });
}
