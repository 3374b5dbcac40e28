import assert from 'node:assert/strict';
import { milestoneIds } from '../../../src/domain/plan/plan.ts';
import { concernsOf, milestonePeople } from '../../../src/model/round/milestones.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { type RoundMilestone, roundId, roundRecord } from '../../../src/records/round.ts';
import {
  afterCouncil,
  agreed,
  confirmation,
  forwarded,
  published,
  recorded,
  recording,
} from '../../support/after-council.ts';
import { dossier, meeting, openedRound, round, sessionOne } from '../../support/before-council.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';

type Id = RoundMilestone['id'];
const now = '2026-12-18T09:00:00';
/** What leaves no record: its owner says that it is done. */
const later: readonly Id[] = ['ceremony', 'payment', 'filing'];

/** All milestones of the plan, due on the same day, ticked by nobody. */
async function dated(office: Office, on: string): Promise<Office> {
  const loaded = await roundNow(office);
  const milestones = office.plan.calendar.milestones.map(({ id, owner }) => ({
    id,
    owner,
    on,
    done: null,
    changed: null,
    rev: 0,
  }));
  const data = { ...loaded.data, milestones, nextLookAt: '2026-12-01T00:00:00.000Z' };
  await office.store.commit(scope.unit, [replace(roundRecord, loaded, data)]);
  return office;
}

async function roundNow(office: Office) {
  const stored = await office.store.get(scope.unit, roundId(round));
  assert.ok(stored);
  return decode(roundRecord, stored);
}

/** What anyone at all would be told of, as a reminder or as overdue. */
async function toldOf(office: Office): Promise<Id[]> {
  const loaded = await roundNow(office);
  const waves = milestoneIds.flatMap((milestone) =>
    (['reminder', 'escalation'] as const).map((kind) => ({ milestone, kind, on: '2026-12-15' })),
  );
  return office.run(async (turn) => {
    const people = await milestonePeople(turn, { round: loaded, plan: office.plan, at: office.now });
    const told = new Set(concernsOf(loaded.data, waves, people).map(({ milestone }) => milestone.id));
    return milestoneIds.filter((id) => told.has(id));
  });
}

const stages: readonly (readonly [what: string, office: () => Promise<Office>, still: readonly Id[]])[] = [
  [
    'a dossier is with the office, the council has not sat',
    async () => {
      const office = await openOffice({ now });
      await openedRound(office);
      await dossier(office, person('an'), { state: 'opined' });
      return office;
    },
    [...milestoneIds],
  ],
  [
    'every dossier is taken in',
    async () => {
      const office = await openOffice({ now });
      await openedRound(office);
      await dossier(office, person('an'));
      return office;
    },
    milestoneIds.filter((id) => id !== 'supplement'),
  ],
  [
    'the council has closed its meeting',
    () => afterCouncil({ now }),
    ['departmentMeeting', 'qualityRating', 'councilReport', 'proposedList', 'decision', 'toSo', ...later],
  ],
  [
    'the director has agreed and nothing is signed',
    async () => {
      const office = await afterCouncil({ now });
      await agreed(office);
      return office;
    },
    ['departmentMeeting', 'qualityRating', 'proposedList', 'decision', 'toSo', ...later],
  ],
  [
    'the decision is signed',
    async () => {
      const office = await afterCouncil({ now });
      await recorded(office);
      return office;
    },
    ['departmentMeeting', 'qualityRating', 'proposedList', 'toSo', ...later],
  ],
  [
    'it is published',
    async () => {
      const office = await afterCouncil({ now });
      await published(office);
      return office;
    },
    ['departmentMeeting', 'qualityRating', 'toSo', ...later],
  ],
  [
    'the rest went to the parent department',
    async () => {
      const office = await afterCouncil({ now });
      await published(office);
      await forwarded(office);
      return office;
    },
    ['departmentMeeting', 'qualityRating', ...later],
  ],
];

describe('a milestone whose work the records show as done', () => {
  for (const [what, prepare, still] of stages) {
    it(`is told to nobody, ticked or not: ${what}`, async () => {
      const office = await dated(await prepare(), '2026-12-15');
      assert.deepEqual(await toldOf(office), still);
    });
  }

  it('is no longer overdue anywhere: no message, no to-do, no tick or date asked for', async () => {
    const office = await dated(await afterCouncil({ now }), '2026-12-15');
    await office.runDue();
    const messages = await office.owed('remind.milestones');
    assert.ok(messages.length > 0);
    for (const { to, data } of messages) {
      const shown = await office.as(to).page(data.show.page, data.show.params);
      assert.doesNotMatch(JSON.stringify(shown?.card), /Họp Hội đồng/);
    }
    assert.doesNotMatch((await office.as('secretary').say('việc của tôi')).text, /Họp Hội đồng/);
    const { text } = await office.as('secretary').say('mốc việc');
    assert.match(text, /Họp Hội đồng[\s\S]*?Đã xong[\s\S]*?theo dữ liệu của đợt/);
    const one = await office.as('secretary').click('milestones.open', { round, milestone: 'council' });
    assert.deepEqual(
      actionsOf(one.card).filter(({ verb }) => verb === 'milestones.tick' || verb === 'milestones.date'),
      [],
    );
  });

  it('falls due again when something is left after all', async () => {
    const office = await dated(await openOffice({ now }).then(taken), '2026-12-15');
    assert.ok(!(await toldOf(office)).includes('supplement'));
    await dossier(office, dept('advice'), { state: 'returned' });
    assert.ok((await toldOf(office)).includes('supplement'));
  });
});

/** Who ticked what, by key. */
async function ticked(office: Office): Promise<Partial<Record<Id, string>>> {
  const { milestones } = (await roundNow(office)).data;
  return Object.fromEntries(milestones.flatMap(({ id, done }) => (done === null ? [] : [[id, done.by]])));
}

describe('a command that completes the work of a milestone', () => {
  it('ticks it in the name of whoever gave it, once: the meeting closed, agreed to, signed, sent upwards', async () => {
    const office = await dated(await afterCouncil({ now }), '2026-12-22');
    await agreed(office);
    assert.deepEqual(await ticked(office), { councilReport: person('director') });
    await office.as('office').click('decide.record', recording({ issuedOn: '2026-12-18' }));
    assert.deepEqual(await ticked(office), { councilReport: person('director'), decision: person('office') });
    await forwarded(office);
    assert.deepEqual(await ticked(office), {
      councilReport: person('director'),
      decision: person('office'),
      toSo: person('office'),
    });
    const before = (await roundNow(office)).data.milestones;
    await office.as('office').click('decide.record', recording({ issuedOn: '2026-12-18' }));
    assert.deepEqual((await roundNow(office)).data.milestones, before);
  });

  it('leaves open what a later meeting may still bring; the closed meeting is ticked all the same', async () => {
    const office = await openOffice({ now });
    await openedRound(office);
    for (const key of ['an', 'thao']) await dossier(office, person(key));
    await dated(office, '2026-12-22');
    const secretary = office.as('secretary');
    await secretary.click('council.record', { round, number: '1', ...meeting, dossiers: person('an') });
    const vote = { session: sessionOne, candidate: person('an'), rev: '2', level: 'unit', agree: '1', disagree: '5' };
    await secretary.click('council.save', vote);
    await secretary.click(
      'council.close',
      await confirmation(office, 'secretary', 'council.close', { session: sessionOne, rev: '1' }),
    );
    assert.deepEqual(await ticked(office), { council: person('secretary') });
    const told = await toldOf(office);
    assert.ok(told.includes('decision') && told.includes('toSo') && !told.includes('council'));
  });

  it('cannot be undone by taking the tick back: the records go on saying it, and no card offers it', async () => {
    const office = await dated(await afterCouncil({ now }), '2026-12-22');
    await agreed(office);
    const back = { round, milestone: 'councilReport', rev: '1', done: 'no' };
    await assert.rejects(
      office.as('office').click('milestones.tick', back),
      (error: { code?: string }) => error.code === 'DONE_BY_RECORD',
    );
    assert.deepEqual(await ticked(office), { councilReport: person('director') });
    const { card, text } = await office.as('office').click('milestones.open', { round, milestone: 'councilReport' });
    assert.match(text, /xác nhận xong/);
    assert.ok(!actionsOf(card).some(({ verb }) => verb === 'milestones.tick'));
  });
});

async function taken(office: Office): Promise<Office> {
  await openedRound(office);
  await dossier(office, person('an'));
  return office;
}
