import { DateTime } from 'luxon';
import { morningAfter } from '../../domain/calendar/morning.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { isDirector, isOffice } from '../../domain/policy/posts.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { dossiersOf } from '../../model/dossier/tell.ts';
import { departmentSeenTo } from '../../model/people/department-leaders.ts';
import { endingOf } from '../../model/round/closing.ts';
import { openedRounds } from '../../model/round/round.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { MorningOf, MorningSource } from '../../pipeline/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { openingId, openingRecord } from '../../records/closing.ts';
import type { PageRef } from '../../records/message.ts';
import { closingDepartmentPage } from './department.page.ts';
import { declines } from './lapse.ts';
import { lapsedPage } from './lapsed.page.ts';
import { closingDepartment, closingLapsed, closingReport, closingToOpen } from './refs.ts';
import { closingReportPage } from './report.page.ts';
import { toOpenPage } from './to-open.page.ts';

/** The rounds whose closing is told on this day to whoever is at work, and how often each has closed. */
async function closedRounds(turn: Turn, { person, day }: MorningOf): Promise<{ round: string; times: string }[]> {
  if (presenceOn(person.data, day) !== 'active') return [];
  const told: { round: string; times: string }[] = [];
  for (const { data } of await openedRounds(turn)) {
    const { closing } = await endingOf(turn, data.round);
    if (closing.phase !== 'closed' || closing.outcome === null || closing.outcome.total.people === 0) continue;
    const countedAt = DateTime.fromISO(closing.outcome.countedAt);
    if (morningAfter(countedAt, turn.plan).day === day) told.push({ round: data.round, times: String(closing.times) });
  }
  return told;
}

/** The whole, to the office and the director. */
const report: MorningSource = {
  order: 5,
  command: 'progress',
  page: closingReportPage,
  matters: async (turn, of) => {
    if (!isOffice(of.person.data) && !isDirector(of.person.data)) return [];
    return (await closedRounds(turn, of)).map((told) => closingReport.ref(told));
  },
};

/** The own department, to whoever sees to it that day. */
const department: MorningSource = {
  order: 6,
  command: 'progress',
  page: closingDepartmentPage,
  matters: async (turn, of) => {
    const { data } = of.person;
    const seenTo = await departmentSeenTo(turn, of.person, of.day);
    if (isOffice(data) || isDirector(data) || seenTo === undefined) return [];
    return (await closedRounds(turn, of)).map((told) => closingDepartment.ref({ ...told, department: seenTo }));
  },
};

/** To the candidate's side: what was begun and not sent in time. */
const lapsed: MorningSource = {
  order: 45,
  command: 'dossier',
  page: lapsedPage,
  matters: async (turn, { person, day }) => {
    const told: PageRef[] = [];
    for (const round of await openedRounds(turn)) {
      for (const { id, data } of await dossiersOf(turn, round.data.round, person)) {
        if (data.state !== 'lapsed' || (await declines(turn, data))) continue;
        const { at } = await lastChange(turn, id);
        if (morningAfter(at, turn.plan).day === day) told.push(closingLapsed.ref({ nomination: id }));
      }
    }
    return told;
  },
};

/** A planned round that nobody has opened, to whoever may. */
const toOpen: MorningSource = {
  order: 25,
  command: 'open',
  page: toOpenPage,
  matters: async (turn, { person, day }) => {
    if (!mayOpenRound(asActor(person))) return [];
    const opening = await turn.get(openingRecord, openingId(turn.plan.id));
    if (opening === undefined) return [];
    return morningAfter(DateTime.fromISO(opening.data.settledAt), turn.plan).day === day ? [closingToOpen.ref({})] : [];
  },
};

/** What the end of a round brings. */
export const closingSections: readonly MorningSource[] = [report, department, lapsed];
export const closingMornings: readonly MorningSource[] = [...closingSections, toOpen];
