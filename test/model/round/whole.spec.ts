import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nominationStates } from '../../../src/domain/dossier/nomination.ts';
import { standings } from '../../../src/domain/dossier/standing.ts';
import type { Target } from '../../../src/features/reminders/manual-wave.ts';
import { type Reached, reachedBy } from '../../../src/features/reminders/reached.ts';
import { roundClock } from '../../../src/features/reminders/round-clock.ts';
import { backfill } from '../../../src/model/round/backfill.ts';
import type { ProgressCounts } from '../../../src/model/round/counts.ts';
import { roundFigures } from '../../../src/model/round/figures.ts';
import { progressOf } from '../../../src/model/round/progress.ts';
import { roundOf } from '../../../src/model/round/round.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { dept, everyone, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

/** Where one person may be, likely or not. */
const state = fc.record({
  wish: fc.constantFrom('undecided' as const, 'asks' as const, 'declines' as const),
  without: fc.constantFrom([], ['CN2'], ['CN1', 'CN2', 'CN3']),
  nomination: fc.option(fc.constantFrom(...nominationStates)),
  status: fc.constantFrom('active' as const, 'active' as const, 'onLeave' as const, 'left' as const),
  isNew: fc.boolean(),
  isQuiet: fc.boolean(),
  /** As the last thing that happens to them. */
  movesTo: fc.constantFrom(undefined, undefined, 'office' as const, 'insurance' as const),
});
const states = fc.array(state, { minLength: everyone.length, maxLength: everyone.length });
type State = typeof states extends fc.Arbitrary<infer S extends readonly unknown[]> ? S[number] : never;

async function officeOf(found: readonly State[], now = '2026-11-16T09:00:00'): Promise<Office> {
  const people = Object.fromEntries(
    everyone.map((key, i) => [
      key,
      { status: found[i]?.status ?? 'active', statusFrom: '2026-11-01', quietRounds: found[i]?.isQuiet ? [round] : [] },
    ]),
  );
  // Whoever looks on is there.
  const office = await openOffice({ now, people: { ...people, office: {}, adviceHead: {} } });
  await seedRound(office);
  for (const [i, key] of everyone.entries()) {
    const of = found[i];
    if (of === undefined || of.isNew) continue;
    const { wish, without, nomination } = of;
    await seedDossier(office, key, { wish, without, ...(nomination === null ? {} : { state: nomination }) });
  }
  for (const [i, key] of everyone.entries()) {
    const to = found[i]?.movesTo;
    if (to === undefined || key === 'office' || key === 'adviceHead') continue;
    const stored = await office.store.get(scope.unit, person(key));
    assert.ok(stored);
    const loaded = decode(personRecord, stored);
    await office.store.commit(scope.unit, [replace(personRecord, loaded, { ...loaded.data, departmentId: dept(to) })]);
  }
  return office;
}

/** Every "14 người: chưa bắt đầu 5 · đã tiếp nhận 9" of a text, as the whole and what its parts come to. */
const wholes = (text: string): [whole: number, sum: number][] =>
  [...text.matchAll(/(\d+) người: ([^\n.]*?\d+(?: · [^\n.]*?\d+)*)/g)].map(([, whole, parts = '']) => [
    Number(whole),
    [...parts.matchAll(/(\d+)(?= ·|$)/g)].reduce((sum, [n]) => sum + Number(n), 0),
  ]);
/** "Tự đánh giá xong: 3/9 …": no part is larger than its whole. */
const shares = (text: string): [number, number][] =>
  [...text.matchAll(/(?<![\d/])(\d+)\/(\d+)(?![\d/])/g)].map(([, part, whole]) => [Number(part), Number(whole)]);

function assertTrue(text: string, least: number): void {
  assert.ok(wholes(text).length >= least, text);
  for (const [whole, sum] of wholes(text)) assert.equal(sum, whole, text);
  for (const [part, whole] of shares(text)) assert.ok(part <= whole, text);
}

function assertCounts(counts: ProgressCounts): void {
  const { people, required, finished, asks, sent, missing } = counts;
  assert.equal(
    standings.reduce((sum, standing) => sum + counts[standing], 0),
    people,
  );
  assert.equal(required, people - counts.declined - counts.onLeave);
  assert.equal(sent, counts.waitingOpinion + counts.waitingIntake + counts.onHold + counts.accepted);
  assert.equal(missing + sent + counts.lapsed + counts.declined + counts.onLeave, people);
  assert.ok(sent <= asks && asks <= required && sent <= finished && finished <= required);
}

/** Whom a reminder to everyone would reach is whom one to each department would. */
async function assertReached(office: Office, departments: readonly { readonly id: string }[]): Promise<void> {
  const turn = office.turn();
  const clock = await roundClock(turn, await roundOf(turn, round), office.now);
  const reach = async (target: Target) => (await reachedBy(turn, clock, target)) ?? assert.fail(target.of);
  const each = await Promise.all(departments.map(({ id }) => reach({ audience: 'department', of: id })));
  const all = await reach({ audience: 'staff', of: '' });
  const asideIn = ({ aside }: Reached) => Object.fromEntries(aside.map(({ reason, n }) => [reason, n]));
  assert.equal(
    all.staff,
    each.reduce((sum, { staff }) => sum + staff, 0),
  );
  for (const [reason, n] of Object.entries(asideIn(all)))
    assert.equal(
      n,
      each.reduce((sum, one) => sum + (asideIn(one)[reason] ?? 0), 0),
      reason,
    );
  const headsOf = ({ heads }: Reached) => heads.map(({ to, open }) => [to.id, open]);
  assert.deepEqual(headsOf(await reach({ audience: 'heads', of: '' })), each.flatMap(headsOf));
}

describe('figures that are shown as parts', function () {
  this.timeout(60_000);

  it('add up to their whole wherever they are shown, whatever state people are in', () =>
    fc.assert(
      fc.asyncProperty(states, async (found) => {
        const office = await officeOf(found);
        const loaded = await roundOf(office.turn(), round);
        const { total, departments } = await roundFigures(office.turn(), loaded, { at: office.now });
        for (const counts of [total, ...departments]) assertCounts(counts);
        for (const counted of departments) {
          const by = { at: office.now, department: counted.id };
          const {
            rows: _,
            missingIds: __,
            collective: ___,
            ...read
          } = { ...(await progressOf(office.turn(), loaded, by)) };
          assert.deepEqual(counted, read);
        }
        await assertReached(office, departments);
        assertTrue((await office.as('office').say('tiến độ')).text, 1);
        const department = dept('advice');
        assertTrue((await office.as('adviceHead').click('progress.show', { round, department })).text, 1);
        const params = { round, day: '2026-11-16', wave: `wave:${round}:officeDigest:2026-11-16` };
        const digest = await office.as('office').page('reminders.digest', params);
        if (digest !== null) assertTrue(textOf(digest.card), 1);
        const list = await office.as('adviceHead').page('reminders.head', { day: '2026-11-16' });
        if (list !== null) assertTrue(textOf(list.card), 1);
      }),
      { numRuns: 25 },
    ));

  it('add up in the report of a closed round', () =>
    fc.assert(
      fc.asyncProperty(states, async (found) => {
        const office = await officeOf(found, '2026-12-01T07:30:00');
        await office.run(backfill);
        await office.runDue();
        assertTrue((await office.as('office').click('round.report', { round })).text, 1);
        const list = await office.as('adviceHead').page('closing.department', { round, department: dept('advice') });
        const [people, ...parts] = [...textOf(list?.card).matchAll(/^(\d+)$/gm)].map(([n]) => Number(n));
        assert.equal(
          parts.reduce((sum, n) => sum + n, 0),
          people,
        );
      }),
      { numRuns: 15 },
    ));

  it('count whoever has sent a dossier as having assessed, awarded or not', async () => {
    const office = await openOffice({ now: '2026-12-20T09:00:00' });
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'awarded', without: ['CN2'] });
    const loaded = await roundOf(office.turn(), round);
    const { total } = await roundFigures(office.turn(), loaded, { at: office.now });
    assert.deepEqual([total.finished, total.sent, total.accepted], [1, 1, 1]);
  });
});
