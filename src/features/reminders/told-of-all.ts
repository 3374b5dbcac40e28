import type { RoundFigures } from '../../model/round/figures.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { deliveryBy, deliveryRecord, spreadId } from '../../records/message.ts';
import { personRecord } from '../../records/person.ts';
import { byHandToday } from './manual-wave.ts';
import { openClocks } from './open-rounds.ts';
import type { RoundClock } from './round-clock.ts';
import { type Reminded, unfinishedOf } from './unfinished.ts';

const wavesOf = async (turn: Turn, clock: RoundClock): Promise<{ id: string; of: string }[]> =>
  (await openClocks(turn, clock.now)).flatMap((open) => byHandToday(open, 'staff'));

/** How many have a reminder of their own dossier by hand of today, if everyone was reminded, whichever round it was for; counted from the index. */
export async function remindedOfAll(turn: Turn, clock: RoundClock): Promise<number | undefined> {
  const waves = await wavesOf(turn, clock);
  if (!waves.some(({ of }) => of === '')) return undefined;
  let n = 0;
  for (const { id } of waves) n += await turn.count(deliveryRecord, deliveryBy.cause(spreadId(id)));
  return n;
}

/**
 * Of everyone who has something left to do and takes reminders, whoever was reminded of it by hand today or is about to be. Only the
 * departments that were are read; all of them when everyone was reminded today, of another round.
 */
export async function toldOfAll(
  turn: Turn,
  clock: RoundClock,
  { departments }: Pick<RoundFigures, 'departments'>,
): Promise<Reminded[]> {
  const waves = await wavesOf(turn, clock);
  if (waves.length === 0) return [];
  const isOfAll = waves.some(({ of }) => of === '');
  const people = await turn.getMany(
    personRecord,
    waves.map(({ of }) => of).filter((of) => of.startsWith('person:')),
  );
  const concerned = new Set(waves.map(({ of }) => people.get(of)?.data.departmentId ?? of));
  const told: Reminded[] = [];
  for (const { id } of departments.filter((one) => one.missing > 0 && (isOfAll || concerned.has(one.id)))) {
    const department = await unfinishedOf(turn, clock, id);
    told.push(...(department?.people.filter(({ aside }) => aside === 'told') ?? []));
  }
  return told;
}
