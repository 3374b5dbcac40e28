import assert from 'node:assert/strict';
import { criteriaFor } from '../../src/domain/dossier/criteria.ts';
import { crowd as moreOfUnit } from '../features/campaign/launching.ts';
import { callDraft, postCall } from '../support/a-call.ts';
import { crowd, nomination, openedRound } from '../support/before-council.ts';
import { actionsOf, everyone, type Office, openOffice } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

/** How often the store is asked while this goes on; the person's own identity, which comes with the activity, is not among it. */
async function callsOf({ store }: Office, work: () => Promise<unknown>): Promise<number> {
  let calls = 0;
  const own = { ...store };
  for (const name of ['get', 'getMany', 'query', 'count', 'countBy', 'commit'] as const) {
    const run = store[name] as (...given: unknown[]) => unknown;
    Object.assign(store, {
      [name]: (...given: unknown[]) => {
        calls += 1;
        return run(...given);
      },
    });
  }
  try {
    await work();
  } finally {
    Object.assign(store, own);
  }
  return calls;
}

const channel = {
  kind: 'channel',
  conversationId: '19:youth',
  serviceUrl: 'http://127.0.0.1/',
  teamId: '19:team',
  channelName: 'Chi đoàn',
  botId: '28:bot',
} as const;

describe('a turn asks the store', () => {
  it('at most 7 times to save an answer', async () => {
    const office = await openOffice();
    await seedRound(office);
    const [first] = criteriaFor(office.plan, { kind: 'person', roles: ['staff'] });
    const save = { round, criterion: first?.id ?? '', rating: 'met', words: 'Đã hoàn thành', goTo: 'next' };
    // The rules of the round are read once in the life of the process.
    await office.as('an').say('tự đánh giá');
    const calls = await callsOf(office, () => office.as('an').click('assess.save', save));
    assert.ok(calls <= 7, `${calls}`);
  });
  it('at most 4 times to show a reader of a channel their own answer, however many have answered, and never to write', async () => {
    const office = await openOffice();
    await postCall(office);
    const call = `call:${callDraft.formId}`;
    for (const key of everyone) await office.as(key).click('call.answer', { call, answer: 'yes' });
    const place = { ...channel, isPrivate: true };
    const before = await office.dump('audit');
    const calls = await callsOf(office, () => office.as('an').click('call.own', { call }, place));
    assert.ok(calls <= 4, `${calls}`);
    assert.deepEqual(await office.dump('audit'), before);
  });
  it('at most 18 times to find somebody, however many are of the unit', async () => {
    const office = await openOffice();
    await moreOfUnit(office, 60);
    const calls = await callsOf(office, () => office.as('office').click('roster.find', { query: 'nguyen' }));
    assert.ok(calls <= 18, `${calls}`);
  });
  it('at most 15 times to send a dossier', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'an', { wish: 'asks', state: 'draft' });
    const { card } = await office.as('an').click('nomination.submit', { round });
    const send = actionsOf(card).find(({ verb, data }) => verb === 'nomination.submit' && data.confirm === 'yes');
    const calls = await callsOf(office, () => office.as('an').click('nomination.submit', send?.data));
    assert.ok(calls <= 15, `${calls}`);
    assert.equal((await office.owed('receipt')).length, 1);
  });
  it('at most 20 times to record a vote among 40', async () => {
    const office = await openOffice({ now: '2026-12-15T09:00:00' });
    await openedRound(office);
    const [first = ''] = await crowd(office, 40);
    const held = { heldOn: '2026-12-15', place: 'Phòng họp', notes: '', present: 'all', dossiers: 'all', number: 1 };
    const present = ['director', 'vice', 'officeHead', 'secretary', 'adviceHead', 'insuranceHead'].map(
      (key) => `person:${key}`,
    );
    await office.as('secretary').click('council.record', { round, ...held, present: present.join(',') });
    const { card } = await office
      .as('secretary')
      .click('council.case', { session: `session:${round}:1`, candidate: first });
    const save = actionsOf(card).find(({ verb }) => verb === 'council.save');
    office.set('2026-12-15T09:00:02');
    const vote = { ...save?.data, level: 'unit', agree: '5', disagree: '1', note: '', outstanding: '' };
    const calls = await callsOf(office, () => office.as('secretary').click('council.save', vote));
    assert.ok(calls <= 20, `${calls}`);
    const found = (await office.dump('nomination')).find(({ id }) => id === nomination(first))?.data;
    assert.equal((found as { council: { agree: number } }).council.agree, 5);
  });
});
