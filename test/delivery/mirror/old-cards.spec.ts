import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newestOf } from '../../../src/delivery/mirror/newest.ts';
import { oldCardsStep } from '../../../src/delivery/mirror/old-cards.ts';
import { backfill } from '../../../src/model/round/backfill.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, list } from '../../../src/ports/documents.ts';
import { type Store, StoreError } from '../../../src/ports/store.ts';
import { type Mirror, mirrorBy, mirrorId, mirrorRecord } from '../../../src/records/mirror.ts';
import { oldCardsId } from '../../../src/records/old-cards.ts';
import type { Loaded } from '../../../src/records/record.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { openChats } from '../../support/open-chats.ts';
import { seedDossier, seedRound } from '../../support/seed-round.ts';

const { unit } = scope;
interface Card {
  readonly to: string;
  readonly subject: string;
  readonly daysAgo: number;
}
async function post(office: Office, cards: readonly Card[]): Promise<void> {
  const changes = cards.map(({ to, subject, daysAgo }, i) => {
    const conversationId = `a:${to}`;
    const activityId = `m${String(i).padStart(4, '0')}`;
    const updatedAt = stamp(office.now.minus({ days: daysAgo }));
    const show = { page: 'todo.show', params: { page: '0' } };
    const mirror = { subject, to: person(to), conversationId, activityId, show, delivery: '', updatedAt, dueAt: null };
    return create(mirrorRecord, scope, mirrorId(conversationId, activityId), mirror);
  });
  for (let i = 0; i < changes.length; i += 90) await office.store.commit(unit, changes.slice(i, i + 90));
}
const mirrors = (office: Office): Promise<Loaded<Mirror>[]> => list(office.store, { unit, type: mirrorRecord });
const ids = (found: readonly Loaded<Mirror>[]): string[] => found.map(({ id }) => id).sort();

/** What falls due in the lane until nothing does. */
async function look(office: Office, store: Store = office.store): Promise<number> {
  const { clock } = office.machine;
  for (let steps = 0; ; steps += 1) {
    const [due] = await office.store.due({ lane: 'oldCards', until: stamp(office.now), limit: 1 });
    if (due === undefined) return steps;
    await oldCardsStep({ store, clock }, due);
  }
}
async function opened(): Promise<Office> {
  const office = await openOffice();
  await office.run(backfill);
  return office;
}
const aWeekOn = (office: Office): void => office.set(office.now.plus({ days: 7 }).toISO() ?? '');

describe('posted cards that are kept in step no more', () => {
  it('are looked for from the first start on, once a week, and begun once', async () => {
    const office = await opened();
    await office.run(backfill);
    assert.equal(await look(office), 0);
    aWeekOn(office);
    assert.equal(await look(office), 1);
    assert.equal(await look(office), 0);
    aWeekOn(office);
    assert.equal(await look(office), 1);
  });

  it('are forgotten beyond the three newest of a thing for a reader; of what is younger than a week none is', async () => {
    const office = await opened();
    const seven = [40, 30, 20, 12, 10, 9, 8].map((daysAgo) => ({ to: 'an', subject: 'nomination:x', daysAgo }));
    const young = [6, 5, 4, 3, 2].map((daysAgo) => ({ to: 'an2', subject: 'nomination:x', daysAgo }));
    const other = { to: 'an', subject: 'nomination:y', daysAgo: 300 };
    const toDraw = [50, 49, 48, 47].map((daysAgo) => ({ to: 'an', subject: '', daysAgo }));
    aWeekOn(office);
    await post(office, [...seven, ...young, other, ...toDraw]);
    await look(office);
    const left = (await mirrors(office)).map(({ data }) => `${data.to} ${data.subject}`);
    const count = (line: string): number => left.filter((each) => each === line).length;
    assert.equal(count('person:an nomination:x'), 3);
    assert.equal(count('person:an2 nomination:x'), 5);
    assert.equal(count('person:an nomination:y'), 1);
    assert.equal(count('person:an '), 4);
  });

  it('whatever there is: none that is kept in step is forgotten, a second time changes nothing, nor does being cut off', async () => {
    const cards = fc.array(
      fc.record({
        to: fc.constantFrom('an', 'an2', 'thao'),
        subject: fc.constantFrom('nomination:x', 'round:y', ''),
        daysAgo: fc.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 260, size: 'max' },
    );
    const property = fc.asyncProperty(cards, fc.integer({ min: 1, max: 4 }), async (posted, nth) => {
      const office = await opened();
      aWeekOn(office);
      await post(office, posted);
      const before = await mirrors(office);
      for (const fault of [{ failBeforeCommit: nth }, { failAfterCommit: nth }])
        await look(office, flakyStore(office.store, fault)).catch((error: unknown) =>
          assert.ok(error instanceof StoreError && error.code === 'Unavailable'),
        );
      await look(office);
      const after = await mirrors(office);
      const kept = new Set(ids(after));
      for (const { data } of before) {
        const alike = before.filter((each) => mirrorBy.card(each.data).equals === mirrorBy.card(data).equals);
        for (const { id } of newestOf(alike)) assert.ok(kept.has(id), id);
      }
      const weekAgo = stamp(office.now.minus({ days: 7 }));
      for (const { id, data } of before)
        if (data.updatedAt >= weekAgo || data.subject === '') assert.ok(kept.has(id), id);
      // What was parted by two steps comes together as others go; then nothing goes any more.
      let left = after.length;
      for (let isSettled = false, rounds = 0; !isSettled; rounds += 1) {
        assert.ok(rounds < 20, 'it comes to an end');
        aWeekOn(office);
        await look(office);
        const now = (await mirrors(office)).length;
        isSettled = rounds > 1 && now === left;
        left = now;
      }
      const settled = ids(await mirrors(office));
      aWeekOn(office);
      await look(office);
      assert.deepEqual(ids(await mirrors(office)), settled);
      const perCard = new Map<string, number>();
      for (const { data } of (await mirrors(office)).filter((each) => each.data.subject !== ''))
        perCard.set(mirrorBy.card(data).equals, (perCard.get(mirrorBy.card(data).equals) ?? 0) + 1);
      // Three, and three more where a step parts a chat.
      for (const [card, n] of perCard) assert.ok(n <= 9, `${card}: ${n}`);
    });
    await fc.assert(property, { numRuns: 15 });
  });

  it('and that one clicks again show what is so now, and are kept in step from then on', async () => {
    const office = await opened();
    const chats = await openChats(office);
    await seedRound(office);
    await seedDossier(office, 'an', { wish: 'asks', state: 'submitted' });
    const shown = await office.as('an').say('hồ sơ');
    const button = actionsOf(shown.card).find(({ verb }) => verb.startsWith('dossier.') || verb.startsWith('assess.'));
    assert.ok(button);
    for (const messageId of ['m1', 'm2', 'm3', 'm4']) {
      office.set(office.now.plus({ minutes: 1 }).toISO() ?? '');
      await chats.press('an', { messageId, verb: button.verb, data: button.data });
    }
    const all = await mirrors(office);
    assert.equal(all.length, 4);
    office.set(office.now.plus({ days: 8 }).toISO() ?? '');
    await look(office);
    const first = mirrorId('a:an', 'm1');
    assert.equal((await mirrors(office)).length, 3);
    assert.ok(!ids(await mirrors(office)).includes(first));
    const { card } = await chats.press('an', { messageId: 'm1', verb: button.verb, data: button.data });
    assert.ok(card);
    assert.ok(ids(await mirrors(office)).includes(first));
  });
  it('are looked for in each unit by itself', async () => {
    const office = await opened();
    const [due] = await office.store.due({ lane: 'oldCards', until: '2999-01-01T00:00:00.000Z', limit: 9 });
    assert.deepEqual([due?.doc.unit, due?.doc.id], [unit, oldCardsId]);
  });
});
