import { DateTime } from 'luxon';
import { openUntil } from '../../model/dossier/dossier.ts';
import { closesAt } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { extensionRecord } from '../../records/extension.ts';
import { byDepartment, byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { LedRound } from './led-department.ts';

/**
 * Until when a department's meeting may be recorded: the end of the round, and after it as long as one of its dossiers has time of its own,
 * because none is sent without the meeting where the unit requires it.
 */
export async function meetingUntil(turn: Turn, led: LedRound): Promise<DateTime> {
  const { round, plan } = led;
  const closes = closesAt(plan, round.data);
  if (turn.at <= closes) return closes;
  const [extended, returned] = await Promise.all([extendedOf(turn, led), returnedOf(turn, led)]);
  return DateTime.max(closes, ...extended, ...returned);
}

async function extendedOf(turn: Turn, { round, plan, departmentId }: LedRound): Promise<DateTime[]> {
  const all = await turn.list(extensionRecord, byRound(round.data.round));
  const people = await turn.getMany(
    personRecord,
    all.flatMap(({ data: { candidate } }) => (candidate.kind === 'person' ? candidate.id : [])),
  );
  return all
    .filter(({ data: { candidate } }) => (people.get(candidate.id)?.data.departmentId ?? candidate.id) === departmentId)
    .map(({ data }) => DateTime.fromISO(data.until, { zone: plan.zone }));
}

async function returnedOf(turn: Turn, { round, plan, departmentId }: LedRound): Promise<DateTime[]> {
  const all = await turn.list(nominationRecord, byDepartment(round.data.round, departmentId));
  return all
    .filter(({ data }) => data.state === 'returned')
    .map((nomination) => openUntil({ round, plan, nomination }));
}
