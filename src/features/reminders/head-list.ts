import { DateTime } from 'luxon';
import { z } from 'zod';
import { carriedBy, reminderSubject } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { deliveryRecord, outcomeOf, spreadId } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Figures } from './figures.ts';
import { type HeadDuties, headDuties } from './head-duties.ts';
import { openClocks } from './open-rounds.ts';
import { listOf } from './receivers.ts';
import type { RoundClock } from './round-clock.ts';

/** One round of a head's list. */
export interface HeadSection {
  readonly clock: RoundClock;
  readonly duties: HeadDuties;
}

/** What this person is to see to in every round open now; undefined when the department's list is not theirs today. */
export async function headList(turn: Turn, person: Loaded<Person>, at: DateTime): Promise<HeadSection[] | undefined> {
  const clocks = await openClocks(turn, at);
  const today = at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
  const of = await listOf(turn, person, today);
  if (of === undefined) return undefined;
  const sections: HeadSection[] = [];
  for (const clock of clocks) {
    const duties = await headDuties(turn, clock, of);
    if (duties !== undefined) sections.push({ clock, duties });
  }
  return sections;
}

const figures = z.record(z.string(), z.record(z.string(), z.int()));

/** A delivered list's figures by round: kept in the parameters of its message, so that each reader's next list compares with what they had. */
export type SaidFigures = z.infer<typeof figures>;
export const readFigures = (text: string): SaidFigures => (text === '' ? {} : figures.parse(JSON.parse(text)));
export const writeFigures = (sections: readonly HeadSection[]): string =>
  JSON.stringify(
    Object.fromEntries(
      sections.map(({ clock, duties }): [string, Figures] => [clock.round.data.round, duties.figures]),
    ),
  );

const byHand = 'manual-';
const headWaves: readonly string[] = ['head', 'headDigest', `${byHand}head`];

export interface LastList {
  /** Local day, `yyyy-MM-dd`. */
  readonly on: string;
  /** As `writeFigures` wrote them. */
  readonly figures: string;
}

/** The last list of the same department that surely reached this person, whatever message carried it. */
export async function lastList(
  turn: Turn,
  person: string,
  sections: readonly HeadSection[],
): Promise<LastList | undefined> {
  const own = sections[0]?.duties.department.id;
  const sendings = sections
    .flatMap(({ clock }) => clock.waves.map((wave) => ({ ...wave, zone: clock.plan.zone })))
    .filter(({ data }) => headWaves.some((kind) => data.kind.startsWith(kind)) && data.outcome === 'sent')
    .sort((a, b) => (a.data.at < b.data.at ? 1 : -1))
    .flatMap(({ id, data, zone }) => {
      const on = DateTime.fromISO(data.at, { zone }).toFormat('yyyy-MM-dd');
      // What was found after the message of the morning went out has one of its own.
      const subjects = [spreadId(id), reminderSubject(on, data.kind.startsWith(byHand))];
      return subjects.map((subject) => ({ on, subject }));
    });
  for (const { on, subject } of sendings) {
    const sent = await turn.getMany(deliveryRecord, carriedBy(subject, person));
    for (const { data } of sent.values()) {
      const { said = '', department = '' } = data.show.params;
      const hasArrived = ['delivered', 'answered'].includes(outcomeOf(data));
      if (hasArrived && said !== '' && department === own) return { on, figures: said };
    }
  }
  return undefined;
}
