import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { CodedError } from '../../src/domain/errors.ts';
import { create, list, load, remove, replace } from '../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../src/records/address.ts';
import { type Delivery, deliveryId, deliveryRecord, mirrorRecord } from '../../src/records/message.ts';
import { person, scope } from '../support/office.ts';
import { openOutbox } from '../support/outbox.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** What a message looks like that is owed now, without owing it. */
async function owedOf(t: Awaited<ReturnType<typeof openOutbox>>): Promise<Delivery> {
  await t.owes({ subject: 'pattern' });
  const pattern = await t.only();
  await t.store.commit(scope.unit, [remove(pattern)]);
  return pattern.data;
}

describe('sender', () => {
  it('sends once, however often it looks', async () => {
    const t = await openOutbox();
    await t.owes();
    await t.run();
    await t.run();
    t.restart();
    await t.run();
    assert.deepEqual(t.posted, [{ to: person('an'), summary: 'p person:an' }]);
    assert.deepEqual(await t.states(), ['sent']);
  });

  it('one message that cannot be read does not keep the others waiting', async () => {
    const t = await openOutbox();
    const later = create(deliveryRecord, scope, 'delivery:later', await owedOf(t));
    assert.ok(later.op === 'create');
    await t.store.commit(scope.unit, [{ op: 'create', doc: { ...later.doc, v: deliveryRecord.v + 1 } }]);
    await t.owes({ subject: 'after' });
    await t.run();
    assert.equal(t.posted.length, 1);
  });
  it('with all places taken it looks again soon, not when the next second comes', async () => {
    const t = await openOutbox();
    const release = t.stall();
    const people = ['director', 'vice', 'officeHead', 'office', 'secretary', 'adviceHead', 'adviceDeputy', 'on'];
    for (const to of people) await t.reach(to);
    for (const to of people) await t.owes({ to: person(to) });
    assert.ok((await t.step()) >= 1_000, 'there is room: nothing more to do for now');
    const crowd = Array.from({ length: 20 }, (_, i) => `channel:${i}`);
    for (const to of crowd) await t.owes({ to });
    assert.ok((await t.step()) < 100, 'full: places become free any moment');
    release();
    await t.idle();
  });

  const outcomes = [
    [{ kind: 'retry', reason: '503' }, 'pending', false],
    [{ kind: 'unknown', reason: '504', mayResend: true }, 'pending', true],
    [{ kind: 'unknown', reason: '500', mayResend: false }, 'ambiguous', true],
    [{ kind: 'unreachable', reason: '403' }, 'unreachable', false],
    [{ kind: 'refused', reason: '413' }, 'refused', false],
    [{ kind: 'broken', reason: '401' }, 'pending', false],
  ] as const;
  for (const [outcome, state, doubtful] of outcomes) {
    it(`${outcome.kind} ${outcome.reason} → ${state}`, async () => {
      const t = await openOutbox();
      await t.owes();
      t.next(outcome);
      await t.run();
      const { data } = await t.only();
      assert.deepEqual([data.state, data.doubtful, data.reason], [state, doubtful, outcome.reason]);
    });
  }

  it('a request for action of unknown outcome goes out once more, a second time it is left marked', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next(
      { kind: 'unknown', reason: 'reset', mayResend: true },
      { kind: 'unknown', reason: 'reset', mayResend: true },
    );
    for (let i = 0; i < 4; i++) await t.run();
    assert.equal(t.posted.length, 2);
    assert.deepEqual(await t.states(), ['ambiguous']);
  });
  it('a reminder of unknown outcome is not repeated', async () => {
    const t = await openOutbox();
    await t.owes({ onUnknown: 'leave' });
    t.next({ kind: 'unknown', reason: 'reset', mayResend: true });
    for (let i = 0; i < 3; i++) await t.run();
    assert.equal(t.posted.length, 1);
    assert.deepEqual(await t.states(), ['ambiguous']);
  });

  for (const [onUnknown, copies, state] of [
    ['resendOnce', 2, 'sent'],
    ['leave', 1, 'ambiguous'],
  ] as const) {
    it(`killed between post and record, ${onUnknown}: ${copies} sent, ${state} and marked`, async () => {
      const t = await openOutbox();
      await t.owes({ onUnknown });
      const release = t.stall();
      await t.step();
      await new Promise((resolve) => setImmediate(resolve));
      while (t.posted.length === 0) await new Promise((resolve) => setImmediate(resolve));
      const claimed = await t.only();
      assert.equal(claimed.data.state, 'sending');
      t.restart();
      release();
      // What the dead process would still write must not count: undo it as if it had never come.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const after = await t.only();
      await t.store.commit(scope.unit, [replace(deliveryRecord, after, claimed.data)]);
      for (let i = 0; i < 3; i++) await t.run();
      const { data } = await t.only();
      assert.deepEqual([t.posted.length, data.state, data.doubtful], [copies, state, true]);
    });
  }

  it('does not send what has nothing to show any more, nor what has expired', async () => {
    const t = await openOutbox();
    await t.owes({ expiresAt: DateTime.fromISO('2026-11-02T08:59:00', { zone }) });
    await t.owes({ subject: 's2' });
    t.hide();
    await t.run();
    await t.run();
    assert.deepEqual(t.posted, []);
    assert.deepEqual((await t.states()).sort(), ['expired', 'superseded']);
  });
  it('what its reader may not see is not sent; a page that breaks is put aside visibly and not tried each second', async () => {
    for (const [error, state] of [
      [new CodedError('NOTHING_TO_SHOW'), 'superseded'],
      [new TypeError('a bug'), 'refused'],
    ] as const) {
      const t = await openOutbox();
      await t.owes();
      t.breaks(error);
      await t.run();
      assert.deepEqual([t.posted, await t.states()], [[], [state]]);
    }
  });
  it('who has no address or blocked us is unreachable, and nothing is posted', async () => {
    const t = await openOutbox();
    await t.owes({ to: person('on') });
    await t.run();
    assert.deepEqual([t.posted, await t.states()], [[], ['unreachable']]);
  });
  it('a 403 marks the person until they come back', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next({ kind: 'unreachable', reason: '403 MessageWritesBlocked' });
    await t.run();
    const address = await load(t.store, scope.unit, addressRecord, addressId(person('an')));
    assert.deepEqual([address?.data.reachable, address?.data.reason], ['blocked', '403 MessageWritesBlocked']);
  });
  it('a refused credential pauses everything, and loses nothing', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next({ kind: 'broken', reason: '401' });
    await t.run();
    await t.owes({ to: person('thao'), subject: 's2' });
    await t.run();
    assert.equal(t.posted.length, 1);
    t.pass({ minutes: 2 });
    await t.run();
    assert.deepEqual((await t.states()).sort(), ['sent', 'sent']);
  });
  it('keeps the order of one person and does not let two messages race', async () => {
    const t = await openOutbox();
    await t.owes({ show: { page: 'first', params: {} } });
    t.pass({ seconds: 1 });
    await t.owes({ subject: 's2', show: { page: 'second', params: {} } });
    const release = t.stall();
    await t.step();
    await t.step();
    release();
    await t.idle();
    await t.run();
    assert.deepEqual(
      t.posted.map((p) => p.summary),
      ['first person:an', 'second person:an'],
    );
  });
  it('requests for action go before announcements', async () => {
    const t = await openOutbox(1);
    await t.owes({ show: { page: 'bulk', params: {} } });
    await t.owes({ to: person('thao'), subject: 's2', urgent: true, show: { page: 'urgent', params: {} } });
    await t.run();
    t.pass({ seconds: 1 });
    await t.run();
    assert.deepEqual(
      t.posted.map((p) => p.summary),
      ['urgent person:thao', 'bulk person:an'],
    );
  });
  it('merges requests to one person: the first at once, then one each half hour', async () => {
    const t = await openOutbox();
    const request = (subject: string) => t.owes({ subject, coalesce: 'review.request' });
    await request('n1');
    await t.run();
    t.pass({ minutes: 1 });
    await request('n2');
    await request('n3');
    await t.run();
    assert.equal(t.posted.length, 1);
    t.pass({ minutes: 29, seconds: 1 });
    await t.run();
    await t.run();
    assert.equal(t.posted.length, 2);
    assert.deepEqual((await t.states()).sort(), ['sent', 'sent', 'superseded']);
  });
  it('a posted card that shows state is kept in step from then on', async () => {
    const t = await openOutbox();
    await t.owes({ show: { page: 'p', params: { subject: 'nomination:x' } } });
    await t.run();
    const [mirror] = await list(t.store, { unit: scope.unit, type: mirrorRecord });
    assert.deepEqual([mirror?.data.subject, mirror?.data.activityId, mirror?.data.dueAt], ['nomination:x', 'm1', null]);
  });
  it('the same cause cannot owe the same message twice', async () => {
    const t = await openOutbox();
    await t.owes();
    await assert.rejects(t.owes());
    assert.equal((await t.only()).id, deliveryId('s', 1, 'k', person('an')));
  });
});
