import assert from 'node:assert/strict';
import { hasInputs } from '../../cards/kit/has-inputs.ts';
import { stampCard } from '../../src/delivery/send/stamp-card.ts';
import { idOf } from '../../src/pipeline/memory.ts';
import { decode } from '../../src/ports/documents.ts';
import type { Card } from '../../src/ports/messenger.ts';
import type { Change, Store, Stored } from '../../src/ports/store.ts';
import { type Delivery, deliveryRecord } from '../../src/records/message.ts';
import { type Mirror, mirrorId } from '../../src/records/mirror.ts';
import { chapters } from '../support/grand-tour.ts';
import { actionsOf, scope, textOf } from '../support/office.ts';
import { openChats } from '../support/open-chats.ts';
import { storeWith } from '../support/store-with.ts';
import { openTour } from '../support/tour/open-tour.ts';

/**
 * The store as it would be had the sender posted everything that is owed; what a click would write is kept apart and not written, but for what
 * it has opened.
 */
function asPosted(store: Store): { store: Store; writes: Change[] } {
  const writes: Change[] = [];
  const sent = (stored: Stored): Stored =>
    stored.doc.type === deliveryRecord.type
      ? { ...stored, doc: { ...stored.doc, data: { ...(stored.doc.data as Delivery), state: 'sent', attempts: 1 } } }
      : stored;
  const seen = storeWith(store, {
    get: async (unit, id) => {
      const found = await store.get(unit, id);
      return found && sent(found);
    },
    getMany: async (unit, ids) => new Map([...(await store.getMany(unit, ids))].map(([id, one]) => [id, sent(one)])),
    commit: async (unit, changes) => {
      writes.push(...changes);
      return store.commit(
        unit,
        changes.filter((change) => idOf(change).startsWith('opened:')),
      );
    },
  });
  return { store: seen, writes };
}
/** What it is called, and by whom it is said. */
const headOf = (card: Card): string[] => textOf(card).split('\n').slice(0, 2);

describe('whatever was told to anybody in a round', () => {
  const faults: string[] = [];
  const kinds = new Set<string>();
  let clicks = 0;

  before(async function () {
    this.timeout(120_000);
    const tour = await openTour('vi');
    const { office } = tour;
    const posted = asPosted(office.store);
    const chats = await openChats(office, posted.store);
    const tried = new Set<string>();
    const seen = new Set<string>();

    async function clickAll(id: string, { to, kind, show }: Delivery): Promise<void> {
      const key = to.replace('person:', '');
      const stored = await office.store.get(scope.unit, to);
      assert.ok(stored);
      const shown = await office
        .as(key)
        .page(show.page, show.params)
        .catch(() => null);
      if (shown === null) return;
      const card = stampCard(shown.card, id);
      for (const { verb, data, title } of actionsOf(card)) {
        const what = `${kind} ${show.page}: ${title} (${verb})`;
        if (tried.has(what)) continue;
        tried.add(what);
        kinds.add(kind);
        clicks += 1;
        const messageId = `message ${clicks}`;
        posted.writes.length = 0;
        const press = { messageId, verb, data };
        const first = await chats.press(key, press);
        const again = await chats.press(key, press);
        const onlyMirror = posted.writes.flatMap((change) =>
          change.op !== 'delete' && change.doc.id === mirrorId(`a:${key}`, messageId)
            ? [(change.doc.data as Mirror).show]
            : [],
        );
        for (const kept of onlyMirror) if (kept.page !== show.page) faults.push(`${what}: is kept as ${kept.page}`);
        const now = textOf(first.card);
        if (first.card !== undefined && !headOf(card).every((line) => now.includes(line)))
          faults.push(`${what}: “${headOf(card)}” becomes “${headOf(first.card)}”`);
        if (first.card !== undefined && first.posted.length > 0 && !hasInputs(card))
          faults.push(`${what}: is drawn anew though it asks for nothing`);
        if (first.posted.length > 1 || again.posted.length > 0)
          faults.push(`${what}: posts ${first.posted.length}, and ${again.posted.length} at the second click`);
        if (first.card === undefined && first.posted.length === 0 && !/Mã: /.test(first.text ?? ''))
          faults.push(`${what}: is answered with nothing`);
      }
    }
    for (const chapter of chapters) {
      await chapter(tour);
      for (const { id } of await office.owed()) {
        if (seen.has(id)) continue;
        seen.add(id);
        const stored = await office.store.get(scope.unit, id);
        const delivery = stored && decode(deliveryRecord, stored);
        if (delivery?.data.to.startsWith('person:')) await clickAll(delivery.id, delivery.data);
      }
    }
    office.store.close();
  });

  it('stays where it stands, whichever of its buttons is clicked, and each click opens one page', () => {
    assert.deepEqual(faults, []);
  });
  it('is of many kinds', () => {
    assert.ok(kinds.size >= 30 && clicks >= 60, `${kinds.size} kinds, ${clicks} buttons`);
  });
});
