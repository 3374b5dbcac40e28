import assert from 'node:assert/strict';
import { type Owing, owe, oweSpread } from '../../../src/delivery/owe/owe.ts';
import { figuresOf, owedTo, untold } from '../../../src/delivery/spread/figures.ts';
import { spreadStep } from '../../../src/delivery/spread/spread.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { createSpreadStep, type SpreadDef } from '../../../src/pipeline/spread.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { load, replace } from '../../../src/ports/documents.ts';
import type { StoreReads } from '../../../src/ports/store.ts';
import { type Audience, deliveryRecord, spreadId, spreadRecord } from '../../../src/records/message.ts';
import type { Person } from '../../../src/records/person.ts';
import { crowd } from '../../features/campaign/launching.ts';
import { dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { storeWith } from '../../support/store-with.ts';

const owing = (to: string): Owing => ({ to, kind: 'k', show: { page: 'p', params: {} }, subject: 's', rev: 1 });

async function started(setup: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(setup);
  const spread = { cause: 'x', kind: 'k', audience: { kind: 'everyone' } as const, params: {}, startedBy: 'system' };
  await office.store.commit(scope.unit, [oweSpread(scope, office.now, spread)]);
  return office;
}
async function run(office: Office, owes: SpreadDef['owes'], kind = 'k'): Promise<void> {
  const step = createSpreadStep(office.machine, office.officeOf, [{ kind, owes }]);
  for (const stored of await office.store.due({ lane: 'spread', until: stamp(office.now), limit: 1 }))
    await step(stored);
}
/** One waiting message arrives. */
async function settleOne(office: Office): Promise<void> {
  const [waiting] = (await office.owed('k')).filter(({ data }) => data.state === 'pending');
  const delivery = waiting && (await load(office.store, scope.unit, deliveryRecord, waiting.id));
  if (delivery === undefined) return;
  const sent = { ...delivery.data, state: 'sent' as const, sentAt: stamp(office.now), activityId: 'm' };
  await office.store.commit(scope.unit, [replace(deliveryRecord, delivery, sent)]);
}
const state = async (office: Office) => (await load(office.store, scope.unit, spreadRecord, spreadId('x')))?.data;

describe('spread', () => {
  it('reaches everyone once, and says how many', async () => {
    const office = await started();
    await run(office, async (_deps, _spread, to) => owing(to.id));
    assert.equal((await office.owed('k')).length, 13);
    assert.deepEqual([(await state(office))?.state, (await state(office))?.owed], ['done', 13]);
  });
  it('its figures count everyone once, however far it has gone on since it was read, and while messages go out', async () => {
    const owes: SpreadDef['owes'] = async (_deps, _spread, to) => owing(to.id);
    for (const gone of [0, 1, 2]) {
      const office = await started();
      await crowd(office, 40);
      const read = await load(office.store, scope.unit, spreadRecord, spreadId('x'));
      assert.ok(read);
      for (let step = 0; step < gone; step++) await run(office, owes);
      let moves = async (): Promise<void> => settleOne(office);
      const moving: StoreReads = storeWith(office.store, {
        count: async (query) => {
          const n = await office.store.count(query);
          // A message arrives between two counts.
          await moves();
          return n;
        },
      });
      const during = await figuresOf(moving, read);
      assert.equal(owedTo(during) + during.toCome, 53, `${gone} steps`);
      moves = async () => undefined;
      const after = await figuresOf(moving, read);
      assert.equal(owedTo(after) + after.toCome, 53);
      assert.equal(after.delivered, (await office.owed('k')).filter(({ data }) => data.state === 'sent').length);
    }
  });
  it('passes over what is owed already for another cause, instead of stopping there for ever', async () => {
    const office = await started();
    await office.store.commit(scope.unit, [owe(scope, office.now, owing(person('an')))]);
    await run(office, async (_deps, _spread, to) => owing(to.id));
    assert.equal((await office.owed('k')).length, 13);
    assert.deepEqual([(await state(office))?.state, (await state(office))?.owed], ['done', 12]);
  });
  it('reaches whoever acts in a post for a time beside those who hold one, each once, in as many steps as it takes', async () => {
    for (const more of [0, 3, 45]) {
      const office = await openOffice();
      await crowd(office, more);
      const members = (await office.dump('person')).filter(({ data }) => (data as Person).roles.join() === 'staff');
      const acting = [person('an'), ...members.map(({ id }) => id).filter((id) => id !== person('an'))];
      const officers = 13 + more - acting.length;
      const spread = { cause: 'x', kind: 'k', audience: { kind: 'officers', acting } as const, params: {} };
      await office.store.commit(scope.unit, [oweSpread(scope, office.now, { ...spread, startedBy: 'system' })]);
      for (let step = 0; (await state(office))?.state !== 'done'; step += 1) {
        assert.ok(step < 10);
        const read = await load(office.store, scope.unit, spreadRecord, spreadId('x'));
        assert.ok(read);
        const figures = await figuresOf(office.store, read);
        assert.equal(owedTo(figures) + figures.toCome, 13 + more);
        await run(office, async (_turn, _spread, to) => owing(to.id));
      }
      const owed = (await office.owed('k')).map(({ to }) => person(to));
      assert.equal(new Set(owed).size, officers + acting.length);
      assert.deepEqual([owed.length, (await state(office))?.passed], [13 + more, 13 + more]);
    }
  });
  it('leaves out whoever acts and has left meanwhile, and ids of nobody', async () => {
    const office = await openOffice({ people: { an: { status: 'left', statusFrom: '2026-10-01' } } });
    const audience: Audience = {
      ...{ kind: 'department', departmentId: dept('advice') },
      acting: [person('an'), 'person:x'],
    };
    await office.store.commit(scope.unit, [
      oweSpread(scope, office.now, { cause: 'x', kind: 'k', audience, params: {}, startedBy: 'system' }),
    ]);
    await run(office, async (_turn, _spread, to) => owing(to.id));
    assert.deepEqual((await office.owed('k')).map(({ to }) => to).sort(), [
      'adviceDeputy',
      'adviceHead',
      'an2',
      'hniê',
    ]);
    assert.equal((await state(office))?.state, 'done');
  });
  it("does not let one person's trouble keep the others waiting", async () => {
    const office = await started();
    await run(office, async (_deps, _spread, to) => {
      if (to.id === person('an')) throw new CodedError('NOTHING_TO_SHOW');
      return owing(to.id);
    });
    assert.equal((await office.owed('k')).length, 12);
  });
  it('of a kind that this release does not know it waits, and passes nobody by', async () => {
    const office = await started();
    await assert.rejects(
      run(office, async () => undefined, 'other'),
      /no spread of kind/,
    );
    assert.equal((await state(office))?.state, 'running');
  });
  it('does not reach who has left by the end of the contract, and reaches who leaves later', async () => {
    const people = {
      an: { endDate: '2026-10-31' },
      an2: { status: 'left' as const, statusFrom: '2026-12-01' },
      on: { status: 'left' as const },
    };
    const office = await started({ people });
    const asked: string[] = [];
    const owes = async (_spread: unknown, to: { id: string }): Promise<undefined> => void asked.push(to.id);
    const [stored] = await office.store.due({ lane: 'spread', until: stamp(office.now), limit: 1 });
    assert.ok(stored);
    await spreadStep({ ...office.machine, owes }, stored);
    assert.deepEqual(
      ['an', 'an2', 'on'].map((key) => asked.includes(person(key))),
      [false, true, false],
    );
  });
  it('owes at most 20 in a step, and goes on where a crash stopped it', async () => {
    const office = await started();
    await crowd(office, 60);
    const owes: SpreadDef['owes'] = async (_deps, _spread, to) => owing(to.id);
    await run(office, owes);
    assert.equal((await office.owed('k')).length, 20);
    const [stale] = await office.store.due({ lane: 'spread', until: stamp(office.now), limit: 1 });
    assert.ok(stale);
    const step = createSpreadStep(office.machine, office.officeOf, [{ kind: 'k', owes }]);
    await step(stale);
    await assert.rejects(step(stale), { code: 'Conflict' });
    assert.equal((await office.owed('k')).length, 40);
    await run(office, owes);
    await run(office, owes);
    assert.deepEqual([(await state(office))?.passed, (await state(office))?.state], [73, 'done']);
  });
  it('knows whom it has still to come to, and how many joined behind its back', async () => {
    const office = await started({ people: { on: { status: 'left' } } });
    await crowd(office, 30);
    const owes: SpreadDef['owes'] = async (_deps, _spread, to) => owing(to.id);
    const figures = async () => {
      const spread = await load(office.store, scope.unit, spreadRecord, spreadId('x'));
      assert.ok(spread);
      const all = await figuresOf(office.store, spread);
      return { toCome: all.toCome, waiting: all.waiting, untold: await untold(office.store, spread, all) };
    };
    assert.deepEqual(await figures(), { toCome: 42, waiting: 0, untold: 43 });
    await run(office, owes);
    assert.deepEqual(await figures(), { toCome: 22, waiting: 20, untold: 23 });
    await run(office, owes);
    await run(office, owes);
    assert.deepEqual(await figures(), { toCome: 0, waiting: 42, untold: 0 });
    await crowd(office, 2, 30);
    assert.equal((await figures()).untold, 2);
  });
  it('owes its cards to be drawn again every ten seconds while it runs, and is looked after once it ends', async () => {
    const office = await started();
    await crowd(office, 100);
    const owes: SpreadDef['owes'] = async (_deps, _spread, to) => owing(to.id);
    const redraws: number[] = [];
    for (let i = 0; i < 5; i++) {
      await run(office, owes);
      redraws.push((await office.dump('refresh')).length);
      office.set(office.now.plus({ seconds: 6 }).toISO() ?? '');
    }
    assert.deepEqual(redraws, [0, 0, 1, 1, 2]);
    await run(office, owes);
    const { state: now, watchAt } = (await state(office)) ?? {};
    assert.deepEqual([now, watchAt], ['done', stamp(office.now.plus({ seconds: 10 }))]);
  });
});
