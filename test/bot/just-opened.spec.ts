import assert from 'node:assert/strict';
import { nominationId } from '../../src/records/nomination.ts';
import { actionsOf, openOffice, person } from '../support/office.ts';
import { openChats } from '../support/open-chats.ts';
import { nominationOf, round, seedDossier, seedRound } from '../support/seed-round.ts';

/** An is asked whether to send, in the place of the button that asked. */
async function asked(by: 'execute' | 'submit') {
  const office = await openOffice();
  await seedRound(office);
  await seedDossier(office, 'an', { wish: 'undecided' });
  const chats = await openChats(office);
  const ask = { messageId: 'm1', verb: 'nomination.request', data: { round, level: 'unit' } };
  const { card, posted } = await chats.press('an', { ...ask, by });
  const send = actionsOf(card ?? posted[0]).find(({ verb }) => verb === 'nomination.submit');
  assert.ok(send, 'it asks whether to send');
  const click = () => chats.press('an', { messageId: 'm1', verb: send.verb, data: send.data, by });
  const state = async () => (await nominationOf(office, nominationId(round, person('an')))).data.state;
  return { office, click, state };
}

describe('the second of a slow double click', () => {
  it('is told in a sentence, and leaves the question and everything else as it is', async () => {
    const { office, click, state } = await asked('execute');
    office.set('2026-11-02T09:00:01');
    const { card, text, posted } = await click();
    assert.deepEqual([card, posted, await state()], [undefined, [], 'draft']);
    assert.match(text ?? '', /Thẻ này vừa mở ra.*JUST_OPENED/);
    office.set('2026-11-02T09:00:02');
    assert.ok((await click()).card);
    assert.equal(await state(), 'submitted');
  });

  it('hits nothing where the question is a message of its own, in a client without Universal Actions', async () => {
    const { click, state } = await asked('submit');
    await click();
    assert.equal(await state(), 'submitted');
  });
});
