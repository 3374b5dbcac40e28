import assert from 'node:assert/strict';
import sinon from 'sinon';
import { keepTidy } from '../../src/jobs/tidy-files.ts';

describe('what is left of files that came in', () => {
  it('is looked for at the start and once a day, also after a look that failed; what was deleted is told', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const tidy = sinon.stub().resolves(0).onSecondCall().rejects(new Error('disk')).onThirdCall().resolves(2);
    const log = { warn: sinon.fake(), error: sinon.fake() };
    try {
      const tidying = keepTidy({ tidy }, log);
      for (let day = 1; day <= 3; day += 1) {
        assert.deepEqual([tidy.callCount, tidy.lastCall.args], [day, [3_600_000]]);
        await clock.tickAsync(24 * 3_600_000);
      }
      assert.deepEqual([log.error.callCount, log.warn.args.map(([about]) => about)], [1, [{ left: 2 }]]);
      tidying.stop();
      await clock.tickAsync(24 * 3_600_000);
      assert.equal(tidy.callCount, 4);
    } finally {
      clock.restore();
    }
  });
});
