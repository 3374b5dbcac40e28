import type { DateTime } from 'luxon';
import { z } from 'zod';
import {
  type MilestoneId,
  type MilestoneWaveKind,
  milestoneWaveKind,
  milestoneWaveKinds,
} from '../../domain/milestones.ts';
import { milestoneIds, type Plan } from '../../domain/plan.ts';
import { type Actor, hasRole } from '../../domain/roles.ts';
import { list } from '../../ports/documents.ts';
import type { Person } from '../../records/person.ts';
import { roundId, waveRecord } from '../../records/round.ts';
import { milestoneReminderScreen } from '../../screens/milestones/milestone-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { actorOf } from '../actor-of.ts';
import type { Deps } from '../context.ts';
import { type Concern, concernsOf } from '../milestone-concerns.ts';
import { definePage } from '../page.ts';
import { closesAt, roundName, roundOf, roundPlan } from '../round.ts';
import { type MilestonePeople, milestonePeople } from '../round-milestones.ts';
import { holderWords, ownerWords } from './holder-words.ts';
import { milestoneView } from './milestone-view.ts';

/**
 * The milestones that one person is told of on one day, decided again as it is sent: nothing once they are done, and nothing on another
 * day. A card that is posted already goes on showing how they stand.
 */
export const milestoneReminderPage = definePage({
  page: 'milestones.reminder',
  params: z.strictObject({ round: z.string(), day: z.string() }),
  subject: ({ round }) => roundId(round),
  compose: async ({ deps, viewer, texts, params, banner, redraw }) => {
    const { person } = viewer;
    const reader = actorOf(viewer);
    if (person === undefined || reader === undefined) return null;
    const round = await roundOf(deps, params.round);
    const plan = await roundPlan(deps, round);
    const today = viewer.at.setZone(plan.zone);
    if (!redraw && today.toFormat('yyyy-MM-dd') !== params.day) return null;
    const people = await milestonePeople(deps, { round, plan, at: viewer.at });
    const waves = await wavesOf(deps, params);
    const concerns = concernsOf(round.data, waves, people)
      .filter(({ to, milestone }) => to === person.id && milestone.on !== null)
      .filter(({ milestone }) => redraw || milestone.done === null);
    if (concerns.length === 0) return null;
    const isHead = concerns.some(({ milestone, kind }) => milestone.id === 'departmentMeeting' && kind === 'own');
    const view = {
      unitName: plan.unit.name,
      greeting: greeting(texts, person.data),
      text: texts.t(`words.milestones.text.${askOf(concerns)}`, {
        roundName: roundName(plan, round),
        office: plan.unit.office,
      }),
      round: round.data.round,
      rows: byMilestone(concerns).map((row) => reminderRow(texts, row, { plan, people, today, reader })),
      canRecord: isHead && viewer.at <= closesAt(plan, round.data),
    };
    const [first] = view.rows;
    const summary = texts.t(`summaries.milestones.${view.rows.length === 1 ? 'one' : 'many'}`, {
      n: view.rows.length,
      name: first?.name ?? '',
      state: first?.chip ?? '',
    });
    return { card: milestoneReminderScreen(texts, view, banner), summary };
  },
});

/** Whoever may tick it is asked to; a head has the department's work to do; whoever is only told of it has to see about it. */
function askOf(concerns: readonly Concern[]): 'own' | 'department' | 'others' {
  const own = concerns.filter(({ kind }) => kind === 'own');
  if (own.length === 0) return 'others';
  return own.some(({ milestone }) => milestone.owner !== 'head') ? 'own' : 'department';
}

/** Officers are addressed by position. */
function greeting(texts: Texts, { fullName, title, roles }: Person): string {
  const isOfficer = title !== '' && hasRole({ roles }, 'head', 'deputy', 'director', 'deputyDirector');
  return texts.t(`words.milestones.greeting.${isOfficer ? 'officer' : 'staff'}`, { fullName, title });
}

/** What was reminded of on the day, from the waves that are kept of it. */
async function wavesOf(deps: Deps, { round, day }: { round: string; day: string }) {
  const waves = await list(deps.store, {
    unit: deps.scope.unit,
    type: waveRecord,
    where: { field: 'round', equals: round },
  });
  const kinds = new Map<string, { milestone: MilestoneId; kind: MilestoneWaveKind }>(
    milestoneIds.flatMap((milestone) =>
      milestoneWaveKinds.map((kind) => [milestoneWaveKind(kind, milestone), { milestone, kind }] as const),
    ),
  );
  return waves.filter(({ data }) => data.on === day).flatMap(({ data }) => kinds.get(data.kind) ?? []);
}

/** One row a milestone, whatever the reasons; in the plan's order. */
function byMilestone(concerns: readonly Concern[]): Concern[][] {
  const rows = new Map<MilestoneId, Concern[]>();
  for (const concern of concerns) rows.set(concern.milestone.id, [...(rows.get(concern.milestone.id) ?? []), concern]);
  return [...rows.entries()]
    .sort(([a], [b]) => milestoneIds.indexOf(a) - milestoneIds.indexOf(b))
    .map(([, row]) => row);
}

interface At {
  readonly plan: Plan;
  readonly people: MilestonePeople;
  readonly today: DateTime;
  readonly reader: Actor;
}

function reminderRow(texts: Texts, row: readonly Concern[], { plan, people, today, reader }: At) {
  const [first] = row as readonly [Concern, ...Concern[]];
  const { milestone } = first;
  const facts = {
    owner: ownerWords(texts, plan, milestone),
    holders: holderWords(texts, milestone, { people, reader }),
  };
  const kinds = new Set(row.map(({ kind }) => kind));
  const kind = kinds.has('unheld') ? 'unheld' : kinds.has('overdue') ? 'overdue' : 'own';
  const key = kind === 'own' && milestone.owner !== 'head' ? 'own' : kind === 'own' ? 'ownDepartment' : kind;
  return { ...milestoneView(texts, milestone, { people, today }), why: texts.t(`words.milestones.why.${key}`, facts) };
}
