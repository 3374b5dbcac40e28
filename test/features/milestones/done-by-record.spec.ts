import assert from 'node:assert/strict';
import { milestoneIds } from '../../../src/domain/plan/plan.ts';
import { concernsOf, milestonePeople } from '../../../src/model/round/milestones.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { type RoundMilestone, roundId, roundRecord } from '../../../src/records/round.ts';
import { afterCouncil, agreed, forwarded, published, recorded } from '../../support/after-council.ts';
import { dossier, openedRound, round } from '../../support/before-council.ts';
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

async function taken(office: Office): Promise<Office> {
  await openedRound(office);
  await dossier(office, person('an'));
  return office;
}
