import assert from 'node:assert/strict';
import { pino } from 'pino';
import sinon from 'sinon';
import { createRunner, type Lane } from '../../src/jobs/runner.ts';
import { fakeLease } from '../support/fake-lease.ts';

const log = pino({ level: 'silent' });

describe('runner', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => clock.restore());
  const runnerOf = (
    lanes: readonly Lane[],
    more: {
      log?: typeof log;
      lease?: ReturnType<typeof fakeLease>;
      onTakeOver?: () => void;
      canWork?: () => Promise<boolean>;
    } = {},
  ) =>
    createRunner({
      lanes,
      lease: (more.lease ?? fakeLease()).lease,
      canWork: more.canWork ?? (async () => true),
      log: more.log ?? log,
      onTakeOver: more.onTakeOver ?? (() => undefined),
    });
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('asks a lane again after as long as it said', async () => {
    const run = sinon.fake.resolves(1_000);
    const runner = runnerOf([{ name: 'a', run }]);
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
    const runner = runnerOf([
      { name: 'slow', run: slow },
      { name: 'quick', run: quick },
    ]);
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
    const runner = runnerOf([{ name: 'a', run }]);
    runner.start();
    await turn();
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
    const runner = runnerOf([{ name: 'send', run }], { log: { ...log, error } as unknown as typeof log });
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
    const runner = runnerOf([{ name: 'a', run }]);
    runner.start();
    await turn();
    const stopped = runner.stop();
    finish();
    await stopped;
    assert.equal(run.callCount, 1);
  });

  describe('with a lease', () => {
    /** What was logged, by level. */
    const listening = () => {
      const said: string[] = [];
      const heard = {
        ...log,
        info: (text: string) => said.push(text),
        warn: (text: string) => said.push(text),
        error: (_about: object, text: string) => said.push(text),
      };
      return { said, log: heard as unknown as typeof log };
    };

    it('while another process has it, asks each second and runs nothing, however often it is woken', async () => {
      const run = sinon.fake.resolves(1_000);
      const held = fakeLease();
      held.taken();
      const { said, log } = listening();
      const runner = runnerOf(
        [
          { name: 'a', run },
          { name: 'b', run },
        ],
        { lease: held, log, onTakeOver: () => said.push('taken over') },
      );
      runner.start();
      await turn();
      for (const second of [1, 2, 3]) {
        runner.wake();
        await turn();
        assert.equal(held.asked.acquire, second, 'one asks for all lanes');
        await clock.tickAsync(1_000);
      }
      assert.equal(run.callCount, 0);
      assert.equal(said.length, 1);
      held.free();
      await clock.tickAsync(1_000);
      assert.equal(run.callCount, 2);
      assert.match(said[1] ?? '', /now sends/);
      assert.equal(said[2], 'taken over');
      await runner.stop();
      assert.equal(said.length, 3);
    });
    it('says nothing when it has it at once, and asks no more while it has it', async () => {
      const run = sinon.fake.resolves(100);
      const held = fakeLease();
      const { said, log } = listening();
      const onTakeOver = () => said.push('taken over');
      const runner = runnerOf([{ name: 'a', run }], { lease: held, log, onTakeOver });
      runner.start();
      await turn();
      await clock.tickAsync(5_000);
      assert.deepEqual([run.callCount > 10, held.asked.acquire, said], [true, 1, []]);
      await runner.stop();
    });
    it('when it is lost, the lanes pause until it is theirs again; the one at work is told', async () => {
      const held = fakeLease();
      let mustEnd = (): boolean => false;
      let finish = (): void => undefined;
      const run = sinon.fake((isStopping: () => boolean) => {
        mustEnd = isStopping;
        return new Promise<number>((resolve) => {
          finish = () => resolve(0);
        });
      });
      const runner = runnerOf([{ name: 'a', run }], { lease: held });
      runner.start();
      await turn();
      assert.equal(mustEnd(), false);
      held.taken();
      assert.equal(mustEnd(), true);
      finish();
      await clock.tickAsync(5_000);
      assert.equal(run.callCount, 1);
      held.free();
      await clock.tickAsync(1_000);
      assert.equal(run.callCount, 2);
      const stopped = runner.stop();
      finish();
      await stopped;
    });
    it('asks again when nobody can tell whose it is', async () => {
      const held = fakeLease();
      const run = sinon.fake.resolves(1_000);
      const { said, log } = listening();
      held.breaks(new Error('disk'));
      const runner = runnerOf([{ name: 'a', run }], { lease: held, log });
      runner.start();
      await turn();
      assert.deepEqual([run.callCount, said.length], [0, 1]);
      held.breaks();
      await clock.tickAsync(1_000);
      assert.deepEqual([run.callCount, said.length], [1, 1]);
      await runner.stop();
    });
    describe('and a store that does not answer', () => {
      function setUp() {
        const held = fakeLease();
        let answers = (): boolean => true;
        let finish = (): void => undefined;
        const run = sinon.fake.resolves(500);
        const { said, log } = listening();
        const slow = sinon.fake(
          () =>
            new Promise<number>((resolve) => {
              finish = () => resolve(0);
            }),
        );
        const runner = runnerOf(
          [
            { name: 'a', run },
            { name: 'slow', run: slow },
          ],
          { lease: held, log, canWork: async () => answers(), onTakeOver: () => said.push('taken over') },
        );
        const turns = { held, run, runner, said, finish: () => finish() };
        const answer = (how: () => boolean): void => {
          answers = how;
        };
        return { ...turns, answers: (does: boolean) => answer(() => does), answer };
      }

      it('gives it up after three looks in vain, once nothing is under way, and asks for it when the store answers again', async () => {
        const t = setUp();
        t.runner.start();
        await turn();
        t.answers(false);
        await clock.tickAsync(6_999);
        assert.deepEqual(t.said, []);
        await clock.tickAsync(1);
        assert.match(t.said[0] ?? '', /lets another/);
        const runs = t.run.callCount;
        await clock.tickAsync(10_000);
        assert.deepEqual([t.run.callCount, t.held.asked.release], [runs, 0], 'the slow one is at work');
        t.finish();
        await clock.tickAsync(10_000);
        assert.deepEqual([t.run.callCount, t.held.asked.release, t.held.asked.acquire], [runs, 1, 1]);
        t.answers(true);
        await clock.tickAsync(1_000);
        assert.deepEqual([t.run.callCount > runs, t.held.asked.acquire], [true, 2]);
        assert.deepEqual(t.said.slice(1), ['this process now sends and sweeps', 'taken over']);
        const stopped = t.runner.stop();
        t.finish();
        await stopped;
      });
      it('keeps it when the store answers in between', async () => {
        const t = setUp();
        t.runner.start();
        await turn();
        let looks = 0;
        t.answer(() => {
          looks += 1;
          return looks % 3 === 0;
        });
        await clock.tickAsync(60_000);
        assert.ok(looks > 20);
        assert.deepEqual([t.held.asked.acquire, t.said], [1, []]);
      });
      it('does not keep it when another has ended, and asks no more before it answers', async () => {
        const t = setUp();
        t.held.taken();
        t.runner.start();
        await turn();
        t.answers(false);
        t.held.free();
        await clock.tickAsync(10_000);
        assert.deepEqual([t.held.asked, t.run.callCount], [{ acquire: 2, release: 1 }, 0]);
        t.answers(true);
        await clock.tickAsync(1_000);
        assert.deepEqual([t.held.asked.acquire, t.run.callCount > 0], [3, true]);
      });
    });
    it('stops at once while it waits for it', async () => {
      const held = fakeLease();
      held.taken();
      const runner = runnerOf([{ name: 'a', run: sinon.fake.resolves(0) }], { lease: held });
      runner.start();
      await turn();
      await runner.stop();
      assert.deepEqual(held.asked, { acquire: 1, release: 1 });
    });
    it('lets it go when nothing is under way any more, not before', async () => {
      const held = fakeLease();
      let finish = (): void => undefined;
      let arrive = (): void => undefined;
      const run = () =>
        new Promise<number>((resolve) => {
          finish = () => resolve(0);
        });
      const idle = () =>
        new Promise<void>((resolve) => {
          arrive = resolve;
        });
      const runner = runnerOf([{ name: 'send', run, idle }], { lease: held });
      runner.start();
      await turn();
      const stopped = runner.stop();
      await turn();
      assert.equal(held.asked.release, 0, 'a lane is at work');
      finish();
      await turn();
      assert.equal(held.asked.release, 0, 'a message is on its way');
      arrive();
      await stopped;
      assert.equal(held.asked.release, 1);
    });
  });
});
