import assert from 'node:assert/strict';
import { oweSpread } from '../../../src/delivery/owe/owe.ts';
import { figuresOf } from '../../../src/delivery/spread/figures.ts';
import { failureOf, oweRecall, recallSpreadStep } from '../../../src/delivery/spread/recall.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, load } from '../../../src/ports/documents.ts';
import type { PostOutcome } from '../../../src/ports/messenger.ts';
import { deliveryRecord, spreadRecord } from '../../../src/records/message.ts';
import { mirrorId, mirrorRecord } from '../../../src/records/mirror.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { change, openRecaller, seedAddress, seedDelivery } from '../../support/recalling.ts';

const cause = 'spread:x';

async function setUp(...keys: string[]) {
  const office = await openOffice();
  const spread = { cause: 'x', kind: 'k', audience: { kind: 'everyone' } as const, params: {}, startedBy: 'system' };
  await office.store.commit(scope.unit, [oweSpread(scope, office.now, spread)]);
  const ids: Record<string, string> = {};
  for (const key of keys) {
    await seedAddress(office, person(key));
    ids[key] = await seedDelivery(office, cause, person(key));
  }
  return { office, ids, recaller: openRecaller(office) };
}
const stateOf = async (office: Office, id = '') => (await load(office.store, scope.unit, deliveryRecord, id))?.data;
async function figures(office: Office) {
  const spread = await load(office.store, scope.unit, spreadRecord, cause);
  assert.ok(spread);
  const { recalled, recalling, unrecalled } = await figuresOf(office.store, spread);
  return { recalled, recalling, unrecalled };
}
const later = (office: Office, minutes: number) => office.set(office.now.plus({ minutes }).toISO() ?? '');

describe('recall', () => {
  it('takes back what was delivered and what was answered, and nothing else', async () => {
    const { office, ids, recaller } = await setUp('an', 'an2', 'on', 'thao', 'office');
    await change(office, ids.an2 ?? '', { answeredAt: stamp(office.now) });
    await change(office, ids.on ?? '', { state: 'ambiguous', activityId: '' });
    await change(office, ids.thao ?? '', { state: 'unreachable', activityId: '' });
    await change(office, ids.office ?? '', { state: 'superseded', activityId: '' });
    await recaller.ask(cause);
    await recaller.mark();
    assert.deepEqual(await figures(office), { recalled: 0, recalling: 2, unrecalled: 0 });
    await recaller.take();
    assert.deepEqual(recaller.teams.removed.map(({ to, activityId }) => [to, activityId]).sort(), [
      [person('an'), `m-${person('an')}`],
      [person('an2'), `m-${person('an2')}`],
    ]);
    assert.deepEqual(await figures(office), { recalled: 2, recalling: 0, unrecalled: 0 });
    later(office, 1);
    await recaller.mark();
    assert.equal((await recaller.recall(cause))?.stage, 'done');
    assert.deepEqual(await recaller.take(), []);
  });

  it('goes through many in steps that a crash repeats without harm', async () => {
    const { office, recaller } = await setUp();
    for (let i = 0; i < 45; i++) await seedDelivery(office, cause, `person:p${String(i).padStart(2, '0')}`);
    await recaller.ask(cause);
    const [before] = await office.store.due({ lane: 'recallSpread', until: stamp(office.now), limit: 1 });
    await recaller.step();
    assert.equal((await figures(office)).recalling, 20);
    assert.ok(before);
    await assert.rejects(recallSpreadStep({ store: office.store, clock: office.machine.clock }, before), {
      code: 'Conflict',
    });
    assert.equal((await figures(office)).recalling, 20);
    await recaller.mark();
    assert.equal((await figures(office)).recalling, 45);
  });

  it('asks the service for nothing in the last ten seconds of the lease, and for it once it has it again', async () => {
    const { office, recaller } = await setUp('an');
    await recaller.ask(cause);
    await recaller.mark();
    recaller.leaseFor(10_000);
    assert.deepEqual([await recaller.take(), recaller.teams.removed], [['later'], []]);
    assert.equal((await figures(office)).recalling, 1);
    recaller.leaseFor(10_001);
    await recaller.take();
    assert.equal(recaller.teams.removed.length, 1);
  });

  it('a second recall of one spread is refused by the store', async () => {
    const { office, recaller } = await setUp('an');
    await recaller.ask(cause);
    await assert.rejects(
      office.store.commit(scope.unit, [oweRecall(scope, office.now, { spread: cause, by: person('an') })]),
      { code: 'Duplicate' },
    );
  });

  it('finds in a second round what was on its way when it began', async () => {
    const { office, ids, recaller } = await setUp('an', 'on');
    await change(office, ids.an ?? '', { state: 'sending', activityId: '', sentAt: null });
    await recaller.ask(cause);
    await recaller.mark();
    await recaller.take();
    assert.equal((await recaller.recall(cause))?.stage, 'waiting');
    await change(office, ids.an ?? '', { state: 'sent', activityId: 'late', sentAt: stamp(office.now) });
    later(office, 1);
    await recaller.mark();
    await recaller.take();
    assert.deepEqual(await figures(office), { recalled: 2, recalling: 0, unrecalled: 0 });
    assert.equal((await recaller.recall(cause))?.stage, 'done');
  });

  it('stops keeping the card in step', async () => {
    const { office, ids, recaller } = await setUp('an');
    const id = mirrorId(`a:${person('an')}`, `m-${person('an')}`);
    await office.store.commit(scope.unit, [
      create(mirrorRecord, scope, id, {
        subject: 's',
        to: person('an'),
        conversationId: `a:${person('an')}`,
        activityId: `m-${person('an')}`,
        show: { page: 'p', params: {} },
        delivery: ids.an ?? '',
        updatedAt: stamp(office.now),
        dueAt: null,
      }),
    ]);
    await recaller.ask(cause);
    await recaller.mark();
    await recaller.take();
    assert.equal(await office.store.get(scope.unit, id), undefined);
  });

  it('leaves where it is what cannot be taken back, and says why', async () => {
    const { office, ids, recaller } = await setUp('an', 'an2', 'hniê', 'on', 'thao');
    await seedAddress(office, 'channel:office');
    const left = await seedDelivery(office, cause, 'person:gone');
    const channel = await seedDelivery(office, cause, 'channel:office');
    await change(office, ids.an ?? '', { activityId: '' });
    await recaller.ask(cause);
    await recaller.mark();
    const answers: Record<string, PostOutcome> = {
      [person('an2')]: { kind: 'unreachable', reason: '403 ForbiddenOperationException' },
      [person('hniê')]: { kind: 'gone', reason: '404 ConversationNotFound' },
      [person('on')]: { kind: 'refused', reason: '400' },
    };
    for (const stored of await office.store.due({ lane: 'recall', until: stamp(office.now), limit: 50 })) {
      const answer = answers[(stored.doc.data as { to: string }).to];
      if (answer !== undefined) recaller.teams.next(answer);
      await recaller.one(stored);
    }
    const why = async (id = '') => {
      const data = await stateOf(office, id);
      return data?.state === 'sent' ? failureOf(data) : data?.state;
    };
    assert.deepEqual(await Promise.all([ids.an, ids.an2, ids.hniê, ids.on, ids.thao, left, channel].map(why)), [
      'noId',
      'unreachable',
      'gone',
      'refused',
      'recalled',
      'unreachable',
      'recalled',
    ]);
    assert.deepEqual(await figures(office), { recalled: 2, recalling: 0, unrecalled: 5 });
    later(office, 1);
    await recaller.mark();
    assert.deepEqual(await figures(office), { recalled: 2, recalling: 0, unrecalled: 5 });
    assert.equal((await recaller.recall(cause))?.stage, 'done');
  });

  it('asks again, later and later, when the service is busy or does not answer', async () => {
    const { office, ids, recaller } = await setUp('an');
    await recaller.ask(cause);
    await recaller.mark();
    recaller.teams.next({ kind: 'retry', reason: '429', afterMs: 7_000 });
    await recaller.take();
    assert.equal((await stateOf(office, ids.an))?.state, 'recalling');
    assert.deepEqual(recaller.held, [person('an'), undefined]);
    assert.deepEqual(await recaller.take(), []);
    later(office, 1);
    recaller.teams.next({ kind: 'unknown', reason: '502', mayResend: true });
    await recaller.take();
    later(office, 1);
    // It had been taken back, though nobody told us.
    recaller.teams.next({ kind: 'gone', reason: '404 ActivityNotFoundInConversation' });
    await recaller.take();
    assert.equal((await stateOf(office, ids.an))?.state, 'recalled');
  });

  it('gives up after a day', async () => {
    const { office, ids, recaller } = await setUp('an');
    await recaller.ask(cause);
    await recaller.mark();
    later(office, 25 * 60);
    recaller.teams.next({ kind: 'retry', reason: '503' });
    await recaller.take();
    const data = await stateOf(office, ids.an);
    assert.ok(data);
    assert.equal(failureOf(data), 'timeout');
  });

  it('lets the service alone when it refuses everything, and goes on after a minute', async () => {
    const { office, recaller } = await setUp('an', 'on');
    await recaller.ask(cause);
    await recaller.mark();
    recaller.teams.next({ kind: 'broken', reason: '401' });
    assert.deepEqual(await recaller.take(), [undefined, 'later']);
    assert.deepEqual(recaller.alarms, ['401']);
    assert.equal(recaller.teams.removed.length, 1);
    recaller.tick(60_001);
    later(office, 2);
    await recaller.take();
    assert.equal((await figures(office)).recalled, 2);
  });

  it('lets one wait whose chat is busy, and goes on with the others', async () => {
    const { office, recaller } = await setUp('an', 'on');
    await recaller.ask(cause);
    await recaller.mark();
    recaller.busyWith(person('an'));
    assert.deepEqual(await recaller.take(), ['later', undefined]);
    recaller.busyWith('');
    await recaller.take();
    assert.equal((await figures(office)).recalled, 2);
  });

  it('does nothing when the line is closed, and nothing twice', async () => {
    const { office, recaller } = await setUp('an');
    await recaller.ask(cause);
    await recaller.mark();
    const [stored] = await office.store.due({ lane: 'recall', until: stamp(office.now), limit: 1 });
    assert.ok(stored);
    recaller.close();
    assert.equal(await recaller.one(stored), 'later');
    assert.equal(recaller.teams.removed.length, 0);
    const again = openRecaller(office);
    await again.one(stored);
    await assert.rejects(again.one(stored), { code: 'Conflict' });
    assert.equal((await figures(office)).recalled, 1);
  });
});
