import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../../src/domain/errors.ts';
import { type Store, StoreError } from '../../../src/ports/store.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { everythingIn, guid, importInto, type Line, peopleIn, rosterOf } from './rosters.ts';

const world = 5;
const emailOf = (who: number): string => `nguoi.${who}@ttdvvl.example`;
/** What a file says of one of the world. */
interface Said {
  readonly who: number;
  readonly id: boolean;
  readonly email: boolean;
  readonly isUpper: boolean;
}
const said = fc.record({
  who: fc.nat({ max: world - 1 }),
  id: fc.boolean(),
  email: fc.boolean(),
  isUpper: fc.boolean(),
});
const lineOf = ({ who, id, email, isUpper }: Said): Line => ({
  name: `Người ${who}`,
  id: id ? guid(who + 1) : '',
  email: email ? (isUpper ? emailOf(who).toUpperCase() : emailOf(who)) : '',
});
const files = fc.array(
  fc
    .uniqueArray(said, { selector: ({ who }) => who, maxLength: world })
    .map((all) => all.filter(({ id, email }) => id || email)),
  { minLength: 1, maxLength: 6 },
);
/** Of which of the world a record holds anything. */
const whoseIs = ({ data }: Awaited<ReturnType<typeof peopleIn>>[number]): number[] => {
  const ofId = Number(data.aadObjectId.slice(-12)) - 1;
  const ofEmail = Number(/\d+/.exec(data.email)?.[0]);
  return [...new Set([...(data.aadObjectId === '' ? [] : [ofId]), ...(data.email === '' ? [] : [ofEmail])])];
};

describe('rosters of the same people, one after another', function () {
  this.timeout(60_000);
  const inStore = async (work: (store: Store) => Promise<void>): Promise<void> => {
    const store = memoryStore();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };
  /** What is outrun twice, as a start would be, is done by the next one. */
  const importing = async (store: Store, text: string): Promise<void> => {
    try {
      await importInto(store, text);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      await importInto(store, text);
    }
  };

  it('make nobody two and no two one, while ids and e-mails appear, alone or two at once', () =>
    fc.assert(
      fc.asyncProperty(files, fc.boolean(), (all, atOnce) =>
        inStore(async (store) => {
          const known = new Map<number, { id: boolean; email: boolean }>();
          // What was said once is said again.
          const texts = all.map((file) =>
            rosterOf(
              ...file.map((each) => {
                const before = known.get(each.who);
                const now = { id: each.id || before?.id === true, email: each.email || before?.email === true };
                known.set(each.who, now);
                return lineOf({ ...each, ...now });
              }),
            ),
          );
          const ids = new Map<number, string>();
          for (let i = 0; i < texts.length; i += atOnce ? 2 : 1) {
            await Promise.all(texts.slice(i, i + (atOnce ? 2 : 1)).map((text) => importing(store, text)));
            for (const person of await peopleIn(store)) {
              const [who = -1, ...others] = whoseIs(person);
              assert.deepEqual(others, []);
              assert.equal(ids.get(who) ?? person.id, person.id, 'made twice');
              ids.set(who, person.id);
            }
          }
          const people = await peopleIn(store);
          assert.deepEqual(people.flatMap(whoseIs).sort(), [...known.keys()].sort());
          for (const { data } of people) {
            const has = known.get(Number(data.fullName.slice(-1)));
            assert.deepEqual([data.aadObjectId !== '', data.email !== ''], [has?.id, has?.email]);
          }
          const before = await everythingIn(store);
          for (const text of texts.slice(-1)) await importInto(store, `${text}\n`);
          assert.deepEqual(await everythingIn(store), before);
        }),
      ),
      { numRuns: 60 },
    ));

  it('make no two one whatever they leave out, and write nothing of what they cannot tell', () =>
    fc.assert(
      fc.asyncProperty(files, (all) =>
        inStore(async (store) => {
          for (const file of all) {
            const before = await everythingIn(store);
            try {
              await importInto(store, rosterOf(...file.map(lineOf)));
            } catch (error) {
              assert.ok(error instanceof CodedError && error.code === 'ROSTER_INVALID');
              assert.deepEqual(await everythingIn(store), before);
            }
            for (const person of await peopleIn(store)) assert.equal(whoseIs(person).length, 1);
          }
        }),
      ),
      { numRuns: 60 },
    ));
});
