import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { mirrorStep, refreshStep } from '../../src/delivery/mirror.ts';
import { oweRefresh } from '../../src/delivery/owe.ts';
import { createPace } from '../../src/delivery/pace.ts';
import { stamp } from '../../src/ports/commit.ts';
import { create, list } from '../../src/ports/documents.ts';
import type { Pages } from '../../src/ports/pages.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { mirrorId, mirrorRecord } from '../../src/records/message.ts';
import { fakeMessenger } from '../support/fake-messenger.ts';
import { openOffice, person, scope } from '../support/office.ts';

async function setUp(count = 1) {
  const office = await openOffice();
  const teams = fakeMessenger();
  let now = DateTime.fromISO('2026-11-02T09:00:00', { zone: 'Asia/Ho_Chi_Minh' });
  let subject = 'nomination:x';
  let gone = false;
  const pages: Pages = {
    compose: async () => (gone ? null : { card: { type: 'AdaptiveCard' }, summary: 'now', subject }),
  };
  const deps = {
    store: office.store,
    messenger: teams.messenger,
    pages,
    pace: createPace({ perSecond: 1_000_000, conversationGapMs: 0 }, -1_000),
    monotonic: () => 0,
    clock: { now: () => now },
  };
  const address = {
    owner: person('an'),
    conversationId: 'a:an',
    serviceUrl: 'http://127.0.0.1/',
    userId: '29:an',
    botId: '28:bot',
    teamId: '',
    channelName: '',
    reachable: 'yes' as const,
    reason: '',
    at: stamp(now),
  };
  await office.store.commit(scope.unit, [create(addressRecord, scope, addressId(person('an')), address)]);
  for (let i = 0; i < count; i++) {
    const mirror = {
      subject,
      to: person('an'),
      conversationId: 'a:an',
      activityId: `m${i}`,
      show: { page: 'p', params: {} },
      updatedAt: stamp(now),
      dueAt: null,
    };
    await office.store.commit(scope.unit, [create(mirrorRecord, scope, mirrorId('a:an', `m${i}`), mirror)]);
  }
  const runLane = async (lane: string, step: typeof mirrorStep): Promise<number> => {
    const due = await office.store.due({ lane, until: stamp(now), limit: 200 });
    for (const stored of due) await step(deps, stored);
    return due.length;
  };
  return {
    ...teams,
    changed: (rev: number) => office.store.commit(scope.unit, [oweRefresh(scope, now, subject, rev)]),
    refresh: () => runLane('refresh', refreshStep),
    mirrors: () => runLane('mirror', mirrorStep),
    pass: (seconds: number) => {
      now = now.plus({ seconds });
    },
    asksForSomething: () => {
      subject = '';
    },
    goes: () => {
      gone = true;
    },
    kept: async () => (await list(office.store, { unit: scope.unit, type: mirrorRecord })).length,
  };
}

describe('mirror', () => {
  it('redraws a card after its record changed, at most once in five seconds', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.changed(3);
    await t.refresh();
    assert.equal(await t.mirrors(), 0);
    t.pass(5);
    await t.mirrors();
    await t.mirrors();
    assert.deepEqual(t.updated, [{ to: person('an'), activityId: 'm0', summary: 'now' }]);
  });
  it('a change during the wait is in the same update', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(3);
    await t.changed(3);
    await t.refresh();
    t.pass(2);
    await t.mirrors();
    t.pass(60);
    await t.mirrors();
    assert.equal(t.updated.length, 1);
  });
  it('reaches every card that shows the record, in steps', async () => {
    const t = await setUp(120);
    await t.changed(2);
    for (let i = 0; i < 4; i++) await t.refresh();
    t.pass(5);
    await t.mirrors();
    assert.equal(t.updated.length, 120);
    assert.equal(await t.refresh(), 0);
  });
  it('never edits a card that asks for something, and lets go of one with nothing to show', async () => {
    for (const end of ['asksForSomething', 'goes'] as const) {
      const t = await setUp();
      await t.changed(2);
      await t.refresh();
      t.pass(5);
      t[end]();
      await t.mirrors();
      assert.deepEqual([t.updated.length, await t.kept()], [0, 0]);
    }
  });
  it('tries again when Teams is busy, and gives up on a message that is gone', async () => {
    const t = await setUp();
    await t.changed(2);
    await t.refresh();
    t.pass(5);
    t.next({ kind: 'retry', reason: '429', afterMs: 7_000 }, { kind: 'unreachable', reason: '404' });
    await t.mirrors();
    assert.equal(await t.kept(), 1);
    t.pass(8);
    await t.mirrors();
    assert.deepEqual([t.updated.length, await t.kept()], [2, 0]);
  });
});
