import assert from 'node:assert/strict';
import { pino } from 'pino';
import sinon from 'sinon';
import { createRunner } from '../../src/jobs/runner.ts';

const log = pino({ level: 'silent' });

describe('runner', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => clock.restore());
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('asks a lane again after as long as it said', async () => {
    const run = sinon.fake.resolves(1_000);
    const runner = createRunner([{ name: 'a', run }], log);
    runner.start();
    await turn();
    assert.equal(run.callCount, 1);
    await clock.tickAsync(999);
    assert.equal(run.callCount, 1);
    await clock.tickAsync(1);
    assert.equal(run.callCount, 2);
    await runner.stop();
  });
  it('asks at once when it is woken, and every lane by itself', async () => {
    const quick = sinon.fake.resolves(60_000);
    const slow = sinon.fake(() => new Promise<number>(() => undefined));
    const runner = createRunner(
      [
        { name: 'slow', run: slow },
        { name: 'quick', run: quick },
      ],
      log,
    );
    runner.start();
    await turn();
    runner.wake();
    await turn();
    assert.deepEqual([quick.callCount, slow.callCount], [2, 1]);
  });
  it('a lane that is woken while it looks looks again: what came meanwhile was not seen', async () => {
    let finish = (): void => undefined;
    const run = sinon.fake(
      () =>
        new Promise<number>((resolve) => {
          finish = () => resolve(60_000);
        }),
    );
    const runner = createRunner([{ name: 'a', run }], log);
    runner.start();
    runner.wake();
    finish();
    await turn();
    assert.equal(run.callCount, 2);
    finish();
    await turn();
    assert.equal(run.callCount, 2);
    await runner.stop();
  });
  it('goes on after a failure, which is logged with its lane', async () => {
    const error = sinon.fake();
    const run = sinon.stub().onFirstCall().rejects(new Error('disk')).resolves(1_000);
    const runner = createRunner([{ name: 'send', run }], { ...log, error } as unknown as typeof log);
    runner.start();
    await turn();
    await clock.tickAsync(1_000);
    assert.equal(run.callCount, 2);
    assert.equal(error.firstCall.args[0].lane, 'send');
    await runner.stop();
  });
  it('stops when the turn under way is done, and starts no other', async () => {
    let finish = (): void => undefined;
    const run = sinon.fake(
      () =>
        new Promise<number>((resolve) => {
          finish = () => resolve(0);
        }),
    );
    const runner = createRunner([{ name: 'a', run }], log);
    runner.start();
    const stopped = runner.stop();
    finish();
    await stopped;
    assert.equal(run.callCount, 1);
  });
});
