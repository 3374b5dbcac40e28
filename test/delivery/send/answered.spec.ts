import assert from 'node:assert/strict';
import { answerChanges } from '../../../src/delivery/send/answered.ts';
import { stampCard } from '../../../src/delivery/send/stamp-card.ts';
import { list } from '../../../src/ports/documents.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { person, scope } from '../../support/office.ts';
import { openOutbox } from '../../support/outbox.ts';

type Outbox = Awaited<ReturnType<typeof openOutbox>>;
async function click(t: Outbox, by: string, minute: number): Promise<void> {
  const delivery = await t.only();
  const at = t.now().plus({ minutes: minute });
  const changes = answerChanges(delivery, { by: person(by), activityId: 'm9', at, isHeld: false });
  if (changes.length > 0) await t.store.commit(scope.unit, changes);
}
const stands = async (t: Outbox) => {
  const { data } = await t.only();
  return [data.state, data.answeredAt, data.activityId];
};

describe('a click tells that a message arrived', () => {
  it('the first one is kept', async () => {
    const t = await openOutbox();
    await t.owes();
    await t.run();
    await click(t, 'an', 1);
    await click(t, 'an', 7);
    assert.deepEqual(await stands(t), ['sent', '2026-11-02T02:01:00.000Z', 'm1']);
  });
  it('settles an outcome that nobody knew, for good', async () => {
    const t = await openOutbox();
    await t.owes({ onUnknown: 'leave' });
    t.next({ kind: 'unknown', reason: '504', mayResend: true });
    await t.run();
    await click(t, 'an', 1);
    assert.deepEqual(await stands(t), ['sent', '2026-11-02T02:01:00.000Z', 'm9']);
    await t.run();
    assert.equal(t.posted.length, 1);
  });
  it('spares the person the second copy that was about to go', async () => {
    const t = await openOutbox();
    await t.owes();
    t.next({ kind: 'unknown', reason: 'reset', mayResend: true }, { kind: 'retry', reason: '503' });
    await t.run();
    assert.deepEqual((await stands(t))[0], 'pending');
    await click(t, 'an', 1);
    t.pass({ minutes: 10 });
    await t.run();
    assert.ok(t.posted.length <= 2);
    assert.equal((await stands(t))[0], 'sent');
    const posts = t.posted.length;
    t.pass({ hours: 1 });
    await t.run();
    assert.equal(t.posted.length, posts);
  });
  it('of somebody else, of a message never tried, or of none, tells nothing', async () => {
    const t = await openOutbox();
    await t.owes();
    await click(t, 'an', 1);
    assert.deepEqual(await stands(t), ['pending', null, '']);
    await t.run();
    await click(t, 'thao', 1);
    assert.deepEqual(answerChanges(undefined, { by: person('an'), activityId: '', at: t.now(), isHeld: false }), []);
    assert.deepEqual(await stands(t), ['sent', null, 'm1']);
  });
  it('of a message that was taken back changes nothing', async () => {
    const t = await openOutbox();
    await t.owes();
    t.hide();
    await t.run();
    await click(t, 'an', 1);
    assert.deepEqual(await stands(t), ['superseded', null, '']);
  });
});

describe('stampCard', () => {
  it('puts the delivery on every action, fallbacks included, and on nothing else', () => {
    const submit = { type: 'Action.Submit', title: 'x', data: { verb: 'v' } };
    const card = {
      type: 'AdaptiveCard',
      body: [{ type: 'Container', selectAction: { type: 'Action.Execute', verb: 'row' }, items: [] }],
      actions: [
        { type: 'Action.Execute', verb: 'v', data: { id: '1' }, fallback: submit },
        { type: 'Action.OpenUrl', url: 'u' },
      ],
    };
    assert.deepEqual(stampCard(card, 'delivery:1'), {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Container',
          selectAction: { type: 'Action.Execute', verb: 'row', data: { delivery: 'delivery:1' } },
          items: [],
        },
      ],
      actions: [
        {
          type: 'Action.Execute',
          verb: 'v',
          data: { id: '1', delivery: 'delivery:1' },
          fallback: { type: 'Action.Submit', title: 'x', data: { verb: 'v', delivery: 'delivery:1' } },
        },
        { type: 'Action.OpenUrl', url: 'u' },
      ],
    });
  });
  it('is on what is posted', async () => {
    const t = await openOutbox();
    await t.owes();
    await t.run();
    const [delivery] = await list(t.store, { unit: scope.unit, type: deliveryRecord });
    assert.ok(JSON.stringify(t.cards[0]).includes(`"delivery":"${delivery?.id}"`));
  });
});
