import { reminderSubject } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { deliveryId } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { allDuties, unledOf } from './all-duties.ts';
import type { HeadDuties } from './head-duties.ts';
import { kindFor, manualWaveId, type RemindedAudience } from './manual-wave.ts';
import { openClocks } from './open-rounds.ts';
import type { RoundClock } from './round-clock.ts';

/** Who a reminder sent at this instant would reach. */
export interface Unfinished {
  /** Departments in protocol order with the people to be reminded of their own dossier; none with nobody. */
  readonly staff: readonly { readonly name: string; readonly people: number }[];
  readonly staffTotal: number;
  /** Unfinished, but asked for no more reminders. */
  readonly quiet: number;
  /** Whoever is sent the list of a department with work open: its head, or the deputy who stands in. */
  readonly heads: readonly { readonly head: Loaded<Person>; readonly duties: HeadDuties }[];
  /** Departments with work open whose list reaches no one. */
  readonly unled: readonly string[];
}

export async function unfinishedIn(turn: Turn, clock: RoundClock): Promise<Unfinished> {
  const all = await allDuties(turn, clock);
  const [toldStaff, toldHeads] = await Promise.all([toldToday(turn, clock, 'staff'), toldToday(turn, clock, 'heads')]);
  const staff: { name: string; people: number }[] = [];
  let quiet = 0;
  for (const { name, rows, missingIds } of all.progress.departments) {
    const missing = new Set(missingIds);
    const reminded = rows.filter((row) => missing.has(row.id) && !row.isQuiet);
    quiet += missing.size - reminded.length;
    const people = await without(reminded, toldStaff);
    if (people.length > 0) staff.push({ name, people: people.length });
  }
  const open = all.lists.flatMap(({ to, duties }) =>
    to === undefined || duties.isDone ? [] : [{ id: to.id, head: to, duties }],
  );
  return {
    staff,
    staffTotal: staff.reduce((sum, department) => sum + department.people, 0),
    quiet,
    heads: await without(open, toldHeads),
    unled: unledOf(all),
  };
}

type WasTold = (id: string) => Promise<boolean>;

/** Whom today's reminder by hand for another open round has reached already: its message spoke of every round. Undefined = there was none. */
async function toldToday(turn: Turn, clock: RoundClock, audience: RemindedAudience): Promise<WasTold | undefined> {
  const others = (await openClocks(turn, clock.now)).filter(({ round }) => round.id !== clock.round.id);
  const wasSent = others.some((other) => other.waves.some((wave) => wave.id === manualWaveId(other, audience)));
  if (!wasSent) return undefined;
  const subject = reminderSubject(clock.today, true);
  const { scope } = turn;
  return async (id) =>
    (await turn.store.get(scope.unit, deliveryId(subject, 1, `remind.${kindFor[audience]}`, id))) !== undefined;
}

async function without<T extends { readonly id: string }>(
  all: readonly T[],
  wasTold: WasTold | undefined,
): Promise<readonly T[]> {
  if (wasTold === undefined) return all;
  const left: T[] = [];
  for (const one of all) if (!(await wasTold(one.id))) left.push(one);
  return left;
}
