import assert from 'node:assert/strict';
import { grandTour } from '../support/grand-tour.ts';
import { actionsOf, openOffice, valuesOf } from '../support/office.ts';
import { processorMs } from '../support/processor-time.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

const size = 60_000;
const filled = (part: string): string => part.repeat(size / part.length);
/** What takes the square of its length when it is searched or put in order carelessly. */
const heavy: Readonly<Record<string, string>> = {
  'marks out of order': `a${filled('\u0323\u0301')}`,
  'marks with something invisible between': `a${filled('\u0301\u200d\u0323')}`,
  'mentions that never end': filled('<at>'),
  'tags that never end': filled('<a '),
  'spaces before a letter': `${filled(' ')}x`,
  addresses: filled('https://'),
  'dots and digits': filled('1.'),
};
/** Two seconds would be felt by everybody; what grows with the length takes a few hundredths. */
const mostMs = 1_000;

describe('one person’s text that is heavy to read', function () {
  this.timeout(120_000);
  const slow: string[] = [];
  async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
    const ms = await processorMs(() => work().catch(() => undefined));
    if (ms > mostMs) slow.push(`${what}: ${Math.round(ms)} ms`);
  }

  it('keeps nobody waiting, typed as a message or into any input of any card', async () => {
    const office = await openOffice();
    await seedRound(office, { round });
    await seedDossier(office, 'an', { state: 'opined' });
    for (const [what, text] of Object.entries(heavy)) {
      await timed(`a message of ${what}`, () => office.as('an').say(text));
      await timed(`a mention with ${what}`, () => office.as('office').say(`<at>Trợ lý</at> ${text}`));
    }
    const seen = new Set<string>();
    for (const card of [...(await grandTour('vi')).values()].flat()) {
      const inputs = Object.keys(valuesOf(card));
      for (const { verb, data } of actionsOf(card)) {
        for (const input of inputs.filter((id) => !seen.has(`${verb} ${id}`))) {
          seen.add(`${verb} ${input}`);
          for (const [what, text] of Object.entries(heavy))
            for (const who of ['an', 'office'])
              await timed(`${verb} with ${what} as ${input} by ${who}`, () =>
                office.as(who).click(verb, { ...data, [input]: text }),
              );
        }
      }
    }
    assert.deepEqual(slow, []);
    office.store.close();
  });
});
