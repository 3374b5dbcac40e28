import assert from 'node:assert/strict';
import { CodedError } from '../../src/domain/errors.ts';
import { features } from '../../src/features/features.ts';
import { StoreError } from '../../src/ports/store.ts';
import { grandTour } from '../support/grand-tour.ts';
import { actionsOf, openOffice, valuesOf } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

/** What a tampered client may put where a card had a value. */
const odd: readonly unknown[] = [
  '',
  'x'.repeat(10_000),
  null,
  ['a'],
  { a: 1 },
  '__proto__',
  'a/b?c#d',
  'person:an',
  -1,
];

/** One of each kind of button that the cards of a whole round have, with the inputs beside it filled in. */
async function buttons(): Promise<{ verb: string; data: Record<string, unknown> }[]> {
  const found = new Map<string, { verb: string; data: Record<string, unknown> }>();
  for (const card of [...(await grandTour('vi')).values()].flat()) {
    const inputs = Object.fromEntries(Object.keys(valuesOf(card)).map((id) => [id, 'x']));
    for (const { verb, data } of actionsOf(card)) {
      const filled = { ...data, ...inputs };
      found.set(`${verb} ${Object.keys(filled).sort()}`, { verb, data: filled });
    }
  }
  return [...found.values()];
}

describe('a forged card', () => {
  it('is refused in words or answered with a page, whatever it carries', async function () {
    this.timeout(180_000);
    const all = await buttons();
    const unseen = features
      .flatMap((f) => f.verbs.map(({ verb }) => verb))
      .filter((v) => !all.some((b) => b.verb === v));
    const office = await openOffice();
    await seedRound(office, { round });
    await seedDossier(office, 'an', { state: 'opined' });
    const faults = new Set<string>();
    const tries = [...all, ...unseen.map((verb) => ({ verb, data: {} }))].flatMap(({ verb, data }) =>
      [data, null, [], 'x', ...Object.keys(data).flatMap((key) => odd.map((value) => ({ ...data, [key]: value })))].map(
        (forged) => ({ verb, forged }),
      ),
    );
    for (const { verb, forged } of tries) {
      for (const who of ['an', 'office']) {
        await office
          .as(who)
          .click(verb, forged)
          .catch((error: unknown) => {
            // The fixture's own "nothing to show" is what the bot answers with NOTHING_TO_SHOW.
            const isNothing = error instanceof Error && error.message.startsWith('nothing to show');
            const isRefused = error instanceof CodedError || (error instanceof StoreError && error.code === 'BadId');
            if (!isNothing && !isRefused) faults.add(`${verb}: ${String(error).slice(0, 200)}`);
          });
      }
    }
    assert.deepEqual([...faults], []);
  });
});
