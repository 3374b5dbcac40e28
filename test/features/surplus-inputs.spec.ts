import assert from 'node:assert/strict';
import { features } from '../../src/features/features.ts';
import { readFormClick } from '../../src/pipeline/form-stamp.ts';
import { requireRead } from '../../src/pipeline/just-opened.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { grandTour } from '../support/grand-tour.ts';
import { actionsOf, openOffice, valuesOf } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

describe('a client that sends every input of the card with every button', () => {
  let cards: readonly Card[];
  before(async function () {
    this.timeout(60_000);
    cards = [...(await grandTour('vi')).values()].flat();
  });

  /** What the verbs found wrong with the data that each button sends, whoever clicks it. */
  async function surplusFound(more: Record<string, string>): Promise<Map<string, string[]>> {
    const office = await openOffice();
    await seedRound(office, { round });
    await seedDossier(office, 'an', { state: 'opined' });
    const found = new Map<string, string[]>();
    const log = { ...office.machine.log, info: () => undefined, error: () => undefined };
    const verbs = new Map(features.flatMap((f) => f.verbs.map((v) => [v.verb, v] as const)));
    for (const card of cards) {
      const inputs = Object.fromEntries(Object.keys(valuesOf(card)).map((id) => [id, '']));
      for (const { verb, data } of actionsOf(card)) {
        const warn = (about: { issues: { code: string }[] }) => {
          if (about.issues.some(({ code }) => code === 'unrecognized_keys')) found.set(verb, Object.keys(inputs));
        };
        const ctx = { at: office.now.plus({ hours: 1 }), log: { ...log, warn } };
        const sent = requireRead(ctx, readFormClick({ ...data, ...inputs, ...more }).data);
        // The command itself has no turn here: only what comes before it is looked at.
        await verbs
          .get(verb)
          ?.run(ctx as never, sent)
          .catch(() => undefined);
      }
    }
    office.store.close();
    return found;
  }

  it('is answered as if it had sent what the button takes', async () => {
    assert.deepEqual(await surplusFound({}), new Map());
  });
  it('gets the page that the button leads to', async () => {
    const office = await openOffice();
    const [plain, filled] = [{}, { title: 'Mùa hè xanh', text: 'Mời tham gia', organisation: 'youthUnion' }];
    const expected = (await office.as('thao').click('call.mine', plain)).text;
    assert.equal((await office.as('thao').click('call.mine', filled)).text, expected);
    office.store.close();
  });
  it('is refused for a field that no card asks for, by every verb of every card', async () => {
    const offered = new Set(cards.flatMap((card) => actionsOf(card).map(({ verb }) => verb)));
    const refused = await surplusFound({ isAdmin: 'true' });
    assert.deepEqual(
      [...offered].filter((verb) => !refused.has(verb)),
      [],
    );
  });
});
