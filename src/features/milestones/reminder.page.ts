import type { DateTime } from 'luxon';
import { reminderCard } from '../../../cards/milestones/reminder.ts';
import {
  type MilestoneId,
  type MilestoneWaveKind,
  milestoneWaveKind,
  milestoneWaveKinds,
} from '../../domain/calendar/milestones.ts';
import { milestoneIds } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { addressing } from '../../model/people/addressee.ts';
import { type Concern, concernedBy, concernsOf, milestonePeople } from '../../model/round/milestones.ts';
import { closesAt, openedRounds, roundName, roundPlan } from '../../model/round/round.ts';
import { milestonesSubject } from '../../model/round/tick.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { byRound } from '../../records/fields.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, waveRecord } from '../../records/round.ts';
import { holderWords, ownerWords } from './holder-words.ts';
import { milestoneView } from './milestone-view.ts';
import { milestonesReminder } from './refs.ts';

/**
 * The milestones that one person is told of on one day, of all rounds, decided again as it is sent: nothing once they are done, and
 * nothing on another day. A card that is posted already goes on showing how they stand.
 */
export const milestoneReminderPage = definePage({
  name: milestonesReminder,
  subject: () => milestonesSubject,
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const { person, at } = viewer;
    const reader = actorOf(viewer);
    if (person === undefined || reader === undefined) return null;
    if (!redraw && at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd') !== params.day) return null;
    const { you } = addressing(turn, texts, person.data);
    const told: ToldOf[] = [];
    for (const round of await openedRounds(turn)) {
      told.push(...(await toldOf({ turn, texts, at, reader, redraw, you }, round, params.day)));
    }
    if (told.length === 0) return null;
    const concerns = told.flatMap((of) => of.concerns);
    const names = told.map(({ name }) => name);
    const rows = told.flatMap((of) =>
      of.rows.map((row) =>
        names.length > 1 ? { ...row, called: `${row.name}, ${of.name}`, why: `${of.name}. ${row.why}` } : row,
      ),
    );
    const [first] = rows;
    const view = {
      unitName: turn.plan.unit.name,
      greeting: texts.t('words.milestones.greeting', { addressee: addressing(turn, texts, person.data).addressee }),
      text: texts.t(`words.milestones.text.${askOf(concerns)}`, { roundName: names.map(lowerFirst).join(', ') }),
      round: first?.round ?? '',
      rows,
      canRecord: told.some((of) => of.canRecord),
    };
    const facts = { n: rows.length, name: first?.name ?? '', state: first?.chip ?? '' };
    const summary = texts.t(`summaries.milestones.${rows.length === 1 ? 'one' : 'many'}`, facts);
    return { card: reminderCard(texts, view, banner), summary };
  },
});

interface Asking {
  readonly turn: Turn;
  readonly texts: Texts;
  readonly at: DateTime;
  readonly reader: Actor;
  readonly redraw: boolean;
  /** How the reader is spoken to. */
  readonly you: string;
}

/** What the reader is told of one round. */
interface ToldOf {
  readonly name: string;
  readonly concerns: readonly Concern[];
  readonly rows: readonly (ReturnType<typeof milestoneView> & { readonly round: string; readonly why: string })[];
  readonly canRecord: boolean;
}

/** @returns one, or none when it has nothing to say to the reader */
async function toldOf(
  { turn, texts, at, reader, redraw, you }: Asking,
  round: Loaded<Round>,
  day: string,
): Promise<ToldOf[]> {
  const waves = await wavesOf(turn, round.data.round, day);
  if (waves.length === 0) return [];
  const plan = await roundPlan(turn, round);
  const people = await milestonePeople(turn, { round, plan, at });
  const concerns = (redraw ? concernedBy : concernsOf)(round.data, waves, people).filter(
    ({ to, milestone }) => to === reader.id && milestone.on !== null,
  );
  if (concerns.length === 0) return [];
  const today = at.setZone(plan.zone);
  const rows = await Promise.all(
    byMilestone(concerns).map(async (row) => {
      const [{ milestone }] = row;
      const owner = ownerWords(texts, plan, milestone);
      const holders = await holderWords(turn, texts, milestone, { people, reader });
      const kind = milestone.owner === 'head' ? 'departments' : 'people';
      const facts = { you, owner, holders, who: texts.t(`words.milestones.who.${kind}`, { owner, holders }) };
      return {
        ...milestoneView(texts, milestone, { people, today }),
        round: round.data.round,
        why: texts.t(`words.milestones.why.${whyOf(row)}`, facts),
      };
    }),
  );
  const isMeeting = concerns.some(({ milestone, kind }) => milestone.id === 'departmentMeeting' && kind === 'own');
  return [{ name: roundName(plan, round), concerns, rows, canRecord: isMeeting && at <= closesAt(plan, round.data) }];
}

/** What was reminded of on the day, from the waves that are kept of it. */
async function wavesOf(turn: Turn, round: string, day: string) {
  const waves = await turn.list(waveRecord, byRound(round));
  const kinds = new Map<string, { milestone: MilestoneId; kind: MilestoneWaveKind }>(
    milestoneIds.flatMap((milestone) =>
      milestoneWaveKinds.map((kind) => [milestoneWaveKind(kind, milestone), { milestone, kind }] as const),
    ),
  );
  return waves
    .filter(({ data }) => data.on === day)
    .flatMap(({ data }) => {
      const found = kinds.get(data.kind);
      return found === undefined ? [] : [{ ...found, on: data.on }];
    });
}

type Reasons = readonly [Concern, ...Concern[]];

/** One row a milestone, whatever the reasons; in the plan's order. */
function byMilestone(concerns: readonly Concern[]): Reasons[] {
  return milestoneIds.flatMap((id) => {
    const [first, ...more] = concerns.filter(({ milestone }) => milestone.id === id);
    return first === undefined ? [] : [[first, ...more] as const];
  });
}

/** That nobody sees to it is what its reader has to act on first. */
function whyOf(row: Reasons): 'unheld' | 'overdue' | 'own' | 'ownDepartment' | 'informed' {
  const kinds = new Set(row.map(({ kind }) => kind));
  if (kinds.has('unheld')) return 'unheld';
  if (kinds.has('overdue')) return 'overdue';
  if (!kinds.has('own')) return 'informed';
  return row[0].milestone.owner === 'head' ? 'ownDepartment' : 'own';
}

/** Whoever may tick it is asked to; a head has the department's work to do; whoever is only told of it has to see about it. */
function askOf(concerns: readonly Concern[]): 'own' | 'department' | 'others' | 'informed' {
  const own = concerns.filter(({ kind }) => kind === 'own');
  if (concerns.every(({ kind }) => kind === 'informed')) return 'informed';
  if (own.length === 0) return 'others';
  return own.some(({ milestone }) => milestone.owner !== 'head') ? 'own' : 'department';
}
