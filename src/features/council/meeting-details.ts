import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Facts } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import type { Typed } from '../../ports/pages.ts';
import type { CouncilSession } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** What the secretary types about a meeting; a multiple choice arrives as `a,b`. */
export const meetingInput = {
  heldOn: z.string().default(''),
  place: z.string().default(''),
  present: z.string().default(''),
  notes: z.string().default(''),
};
const placeLimit = 200;
const notesLimit = 2_000;

type Details = Pick<CouncilSession, 'heldOn' | 'place' | 'present' | 'notes'>;
interface Given {
  readonly input: z.infer<z.ZodObject<typeof meetingInput>>;
  readonly members: readonly string[];
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly at: DateTime;
}

/** The details, or why they cannot be recorded: the code of the sentence and what it names. */
export function readMeeting(given: Given): { details: Details } | { code: string; facts: Facts } {
  const { input, members, round, plan, at } = given;
  const opened = DateTime.fromISO(round.data.opened.at, { zone: plan.zone });
  const today = at.setZone(plan.zone);
  const heldOn = parseDate(input.heldOn);
  if (heldOn === undefined || heldOn > today.toFormat('yyyy-MM-dd') || heldOn < opened.toFormat('yyyy-MM-dd')) {
    return { code: 'COUNCIL_DATE', facts: { from: formatDate(opened), to: formatDate(today) } };
  }
  const place = tidy(input.place);
  const notes = tidy(input.notes);
  if (place === '') return { code: 'COUNCIL_PLACE', facts: {} };
  for (const [text, max] of [
    [place, placeLimit],
    [notes, notesLimit],
  ] as const) {
    if (text.length > max) return { code: 'TOO_LONG', facts: { count: text.length, max } };
  }
  const present = chosen(input.present);
  if (present.length === 0 || present.some((id) => !members.includes(id)))
    return { code: 'COUNCIL_PRESENT', facts: {} };
  return { details: { heldOn, place, present: members.filter((id) => present.includes(id)), notes } };
}

/** The ids of a multiple choice, each once. */
export const chosen = (value: string): string[] => [...new Set(value.split(',').filter((id) => id !== ''))];

export const typedMeeting = (input: Given['input']): Typed => ({
  heldOn: input.heldOn,
  place: input.place,
  present: input.present,
  notes: input.notes,
});
