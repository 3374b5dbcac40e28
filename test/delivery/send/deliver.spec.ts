import assert from 'node:assert/strict';
import { list, load, replace } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { mirrorRecord } from '../../../src/records/mirror.ts';
import { personRecord } from '../../../src/records/person.ts';
import { person, scope } from '../../support/office.ts';
import { openOutbox } from '../../support/outbox.ts';

const page = (name: string) => ({ show: { page: name, params: {} } });

describe('deliver: nothing lost, nothing sent twice', () => {
  describe('requests that merge', () => {
    const request = (subject: string, more = {}) => ({ subject, coalesce: 'review.request', urgent: true, ...more });

    it('one owed while the other was on its way is not taken for shown: it comes in the afternoon', async () => {
      const t = await openOutbox();
      await t.owes(request('n1'));
      t.meanwhile(() => t.owes(request('n2')));
      await t.run();
      await t.run();
      assert.deepEqual([t.posted.length, await t.states()], [1, ['sent', 'pending']]);
      t.pass({ hours: 6 });
      await t.run();
      assert.deepEqual([t.posted.length, await t.states()], [2, ['sent', 'sent']]);
    });
    it('those that wait together go as one, at the first look', async () => {
      const t = await openOutbox();
      for (const subject of ['n1', 'n2', 'n3']) await t.owes(request(subject));
      await t.run();
      assert.deepEqual([t.posted.length, (await t.states()).sort()], [1, ['sent', 'superseded', 'superseded']]);
    });
    it('a list of another round says nothing of this one', async () => {
      const t = await openOutbox();
      await t.owes(request('n1', page('2029')));
      await t.owes(request('n2', page('2030')));
      await t.run();
      t.pass({ hours: 6 });
      await t.run();
      assert.deepEqual(
        t.posted.map(({ summary }) => summary),
        ['2029 person:an', '2030 person:an'],
      );
    });
    it('after an outcome that nobody knows the next one does not wait', async () => {
      const t = await openOutbox();
      await t.owes(request('n1', { onUnknown: 'leave' }));
      t.next({ kind: 'unknown', reason: 'reset', mayResend: true });
      await t.run();
      await t.owes(request('n2'));
      await t.run();
      assert.deepEqual([t.posted.length, await t.states()], [2, ['ambiguous', 'sent']]);
    });
    it('however many were sent over the years, only the last is looked at', async () => {
      const t = await openOutbox();
      for (let n = 0; n < 5; n++) {
        await t.owes(request(`n${n}`));
        await t.run();
        t.pass({ days: 1 });
      }
      const where = { field: 'coalesce', equals: 'review.request:person:an' };
      assert.equal(t.posted.length, 5);
      assert.equal((await list(t.store, { unit: scope.unit, type: deliveryRecord, where })).length, 1);
    });
  });

  it('a request is not kept waiting by a launch to hundreds', async () => {
    const t = await openOutbox();
    for (let n = 0; n < 250; n++) await t.owes({ subject: `s${n}`, to: person('thao'), ...page('bulk') });
    t.pass({ seconds: 1 });
    await t.owes({ urgent: true, ...page('urgent') });
    await t.run();
    assert.ok(t.posted.some(({ summary }) => summary === 'urgent person:an'));
  });
  it('one that must be tried again still goes before what came after it', async () => {
    const t = await openOutbox();
    await t.owes(page('first'));
    t.next({ kind: 'retry', reason: '503' });
    await t.run();
    t.pass({ seconds: 1 });
    await t.owes({ subject: 's2', ...page('second') });
    t.pass({ seconds: 5 });
    await t.run();
    await t.run();
    assert.deepEqual(
      t.posted.map(({ summary }) => summary.split(' ')[0]),
      ['first', 'first', 'second'],
    );
  });
  it('nothing overtakes it while it waits to be tried again', async () => {
    const t = await openOutbox();
    await t.owes(page('first'));
    t.next({ kind: 'retry', reason: '503' });
    await t.run();
    await t.owes({ subject: 's2', ...page('second') });
    await t.run();
    assert.equal(t.posted.length, 1);
  });
  it('an outcome that the store could not take is written when it is back, not guessed', async () => {
    const t = await openOutbox();
    await t.owes();
    t.storeAway(3);
    for (let n = 0; n < 5; n++) await t.run();
    const { data } = await t.only();
    assert.deepEqual([t.posted.length, data.state, data.doubtful], [1, 'sent', false]);
  });
  it('two messages that Teams gave no id are two messages, and neither is sent again', async () => {
    const t = await openOutbox();
    const show = { page: 'p', params: { subject: 'nomination:x' } };
    await t.owes({ show });
    await t.owes({ subject: 's2', show });
    t.next({ kind: 'sent', activityId: '' }, { kind: 'sent', activityId: '' });
    for (let n = 0; n < 4; n++) await t.run();
    assert.deepEqual([t.posted.length, await t.states()], [2, ['sent', 'sent']]);
    assert.deepEqual(await list(t.store, { unit: scope.unit, type: mirrorRecord }), []);
  });
  it('who comes back while we learn that they are gone is written to again', async () => {
    const t = await openOutbox();
    await t.owes();
    t.meanwhile(async () => {
      const address = await load(t.store, scope.unit, addressRecord, addressId(person('an')));
      assert.ok(address);
      await t.store.commit(scope.unit, [replace(addressRecord, address, { ...address.data, conversationId: 'a:new' })]);
    });
    t.next({ kind: 'unreachable', reason: '404' });
    await t.run();
    await t.run();
    const { data } = await t.only();
    assert.deepEqual([t.posted.length, data.state, data.doubtful], [2, 'sent', false]);
  });
  it('who comes for the first time while we find nobody is written to', async () => {
    const t = await openOutbox();
    await t.owes({ to: person('on') });
    t.meanwhile(() => t.reach('on'));
    await t.run();
    await t.run();
    assert.deepEqual([t.posted.length, await t.states()], [1, ['sent']]);
  });
  it('who has left is not written to', async () => {
    const t = await openOutbox();
    await t.owes();
    const an = await load(t.store, scope.unit, personRecord, person('an'));
    assert.ok(an);
    await t.store.commit(scope.unit, [replace(personRecord, an, { ...an.data, endDate: '2026-10-31' })]);
    await t.run();
    assert.deepEqual([t.posted, await t.states()], [[], ['superseded']]);
  });
});
