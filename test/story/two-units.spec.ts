import assert from 'node:assert/strict';
import { createDispatch } from '../../src/bot/dispatch.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { versionOf } from '../../src/domain/plan/plan-version.ts';
import { adoptPlan } from '../../src/features/campaign/adopt-plan.ts';
import { features } from '../../src/features/features.ts';
import type { Ctx } from '../../src/pipeline/context.ts';
import { laneStep } from '../../src/pipeline/lane.ts';
import type { OfficeOf, Office as Unit } from '../../src/pipeline/machine.ts';
import { pagesOf } from '../../src/pipeline/pages.ts';
import { inTurn } from '../../src/pipeline/retry.ts';
import { createSpreadStep } from '../../src/pipeline/spread.ts';
import { beginTurn } from '../../src/pipeline/turn.ts';
import { stamp } from '../../src/ports/commit.ts';
import { decode, list } from '../../src/ports/documents.ts';
import type { Doc } from '../../src/ports/store.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { deliveryRecord } from '../../src/records/message.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import type { Loaded } from '../../src/records/record.ts';
import { roundId, roundRecord, waveRecord } from '../../src/records/round.ts';
import { actionsOf, openOffice, person, scope, textOf } from '../support/office.ts';

const other = { tenant: scope.tenant, unit: 'center-b' };
const personal = {
  kind: 'personal',
  isPrivate: true,
  conversationId: 'b',
  serviceUrl: '',
  teamId: '',
  channelName: '',
  botId: '',
} as const;
const round = 'annual-2026';

/** The same centre as before, and beside it one whose plan has another name and reminds on other days; its people have the same ids. */
async function twoCentres() {
  const office = await openOffice({ now: '2026-11-02T09:00:00' });
  const { machine, store } = office;
  const { calendar } = office.plan;
  const plan: Plan = {
    ...office.plan,
    unit: { ...office.plan.unit, id: other.unit, name: 'Trung tâm B' },
    calendar: { ...calendar, reminders: { ...calendar.reminders, staffDaysBefore: [20] } },
  };
  const second: Unit = { scope: other, plan, planVersion: versionOf(plan) };
  const officeOf: OfficeOf = (unit) => [office.unit, second].find((each) => each.scope.unit === unit);
  for (const { type } of [departmentRecord, personRecord]) {
    const { items } = await store.query({ unit: scope.unit, type, limit: 100 });
    for (const { doc } of items) await store.commit(other.unit, [{ op: 'create', doc: { ...doc, ...other } as Doc }]);
  }
  const begin = () => beginTurn(machine, second, { at: office.now, by: 'system' });
  await inTurn(begin, adoptPlan);
  const dispatch = createDispatch(features, machine.texts);

  async function ctx(key: string): Promise<Ctx> {
    const turn = beginTurn(machine, second, { at: office.now, by: person(key) });
    const me = (await turn.get(personRecord, person(key))) as Loaded<Person>;
    const actor = { id: me.id, roles: me.data.roles, departmentId: me.data.departmentId };
    return { ...turn, me, actor, place: personal, sent: [] };
  }
  const composed = async (asking: Ctx, page: { page: string; params: Readonly<Record<string, string>> }) => {
    const viewer = { unit: other.unit, owner: asking.me.id, person: asking.me, locale: 'vi' as const, at: office.now };
    return office.book.compose(asking, page, { viewer });
  };
  /** A click in the second centre. */
  const click = (key: string, verb: string, data: unknown) =>
    inTurn(
      () => ctx(key),
      async (asking) => {
        const answer = await dispatch(asking, { kind: 'verb', verb, data, invoke: true });
        return answer && composed(asking, answer.show);
      },
    );
  async function launch(): Promise<void> {
    const form = await inTurn(
      () => ctx('office'),
      async (asking) => {
        const answer = await dispatch(asking, { kind: 'text', text: 'phát động' });
        return answer && composed(asking, answer.show);
      },
    );
    const { formId } = actionsOf(form?.card).find(({ verb }) => verb === 'announce.launch')?.data ?? {};
    await click('office', 'announce.launch', { formId, number: '7', issuedOn: '15/06/2023', confirm: 'yes' });
  }
  /** Everything due, of whatever unit. */
  async function runDue(): Promise<void> {
    const spreads = createSpreadStep(
      machine,
      officeOf,
      features.flatMap((f) => f.spreads),
    );
    const lanes = features.flatMap((f) => f.lanes);
    const steps = [
      ['spread', spreads] as const,
      ...lanes.map((d) => [d.lane, laneStep(machine, officeOf, d)] as const),
    ];
    for (let worked = true; worked; ) {
      worked = false;
      for (const [lane, step] of steps)
        for (const stored of await store.due({ lane, until: stamp(office.now), limit: 50 })) {
          worked = true;
          await step(stored);
        }
    }
  }
  const owed = async (unit: string, kind: string) =>
    (await list(store, { unit, type: deliveryRecord })).filter(({ data }) => data.kind === kind);
  return { office, second, officeOf, click, launch, runDue, owed };
}

describe('two units in one process', () => {
  it('a launch reaches the people of its own unit, under its own plan, and nobody else', async () => {
    const { office, officeOf, launch, runDue, owed } = await twoCentres();
    await launch();
    await runDue();
    assert.equal((await owed(scope.unit, 'announce.launch')).length, 0);
    const told = await owed(other.unit, 'announce.launch');
    assert.equal(told.length, 13);
    const pages = pagesOf(office.machine, officeOf, office.book);
    const stored = await office.store.get(other.unit, person('an'));
    const mine = told.find(({ data }) => data.to === person('an'));
    assert.ok(stored && mine);
    const viewer = {
      unit: other.unit,
      owner: person('an'),
      person: decode(personRecord, stored),
      locale: 'vi' as const,
    };
    const shown = await pages.compose(mine.data.show, { viewer: { ...viewer, at: office.now } });
    assert.match(textOf(shown?.card), /Trung tâm B/);
    // In the first centre nothing was launched: the same message has nothing to say there.
    assert.equal(await office.as('an').page(mine.data.show.page, mine.data.show.params), null);
  });

  it('each is reminded on the days of its own plan, and gets its own digest', async () => {
    const { office, runDue, owed, launch, click } = await twoCentres();
    const formOf = actionsOf((await office.as('office').say('phát động')).card);
    const { formId } = formOf.find(({ verb }) => verb === 'announce.launch')?.data ?? {};
    await office
      .as('office')
      .click('announce.launch', { formId, number: '25', issuedOn: '15/06/2023', confirm: 'yes' });
    await launch();
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    await click('office', 'round.open', { round, confirm: 'yes' });
    // A member of staff has a message of a morning only when the staff are reminded.
    const toAn = async (unit: string): Promise<number> =>
      (await owed(unit, 'remind.day')).filter(({ data }) => data.to === 'person:an').length;
    const reminded: Record<string, string[]> = { [scope.unit]: [], [other.unit]: [] };
    for (let day = 3; day <= 17; day++) {
      office.set(`2026-11-${String(day).padStart(2, '0')}T08:30:00`);
      const before = [await toAn(scope.unit), await toAn(other.unit)];
      await runDue();
      for (const [i, unit] of [scope.unit, other.unit].entries())
        if ((await toAn(unit)) > (before[i] ?? 0)) reminded[unit]?.push(`${day}/11`);
    }
    assert.deepEqual(reminded, { [scope.unit]: ['16/11'], [other.unit]: ['10/11'] });
    for (const unit of [scope.unit, other.unit]) {
      const digests = (await list(office.store, { unit, type: waveRecord })).filter(
        ({ data }) => data.kind === 'officeDigest',
      );
      assert.ok(digests.length >= 2, unit);
    }
  });

  it('a card of one unit, forged into the other, changes nothing in either', async () => {
    const { office, click, launch } = await twoCentres();
    await launch();
    await click('office', 'round.open', { round, confirm: 'yes' });
    assert.ok(await office.store.get(other.unit, roundId(round)));
    const state = async () =>
      JSON.stringify(
        await Promise.all(
          [scope.unit, other.unit].map((unit) => office.store.query({ unit, type: roundRecord.type, limit: 9 })),
        ),
      );
    const before = await state();
    const forged = [
      ['an', 'assess.save', { round, criterion: 'CN1', rating: 'met', words: 'x' }],
      ['an', 'nomination.submit', { round, confirm: 'yes', rev: '1.1' }],
      ['office', 'intake.open', { nomination: `nomination:${round}:person:an` }],
      ['office', 'round.grace', { round, day: '2026-12-05', time: '17:00', reason: 'x', confirm: 'yes' }],
    ] as const;
    for (const [key, verb, data] of forged)
      await assert.rejects(office.as(key).click(verb, data), { code: /NO_ROUND|NOTHING_TO_SHOW|BAD_CARD/ }, verb);
    assert.equal(await state(), before);
    assert.deepEqual(await office.dump('assessment'), []);
  });

  it('of a unit that this process does not serve, nothing is done and it is said', async () => {
    const { office, launch } = await twoCentres();
    await launch();
    const only: OfficeOf = (unit) => (unit === scope.unit ? office.unit : undefined);
    const [spread] = await office.store.due({ lane: 'spread', until: stamp(office.now), limit: 5 });
    assert.ok(spread);
    const step = createSpreadStep(
      office.machine,
      only,
      features.flatMap((f) => f.spreads),
    );
    await assert.rejects(step(spread), /no office of unit center-b/);
  });
});
