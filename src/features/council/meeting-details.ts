import { z } from 'zod';
import { type Bounds, isWithin } from '../../domain/council/chain.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { boundFacts } from '../../model/council/chain.ts';
import { isAny, type Problem, type Problems } from '../../pipeline/answer.ts';
import type { Typed } from '../../ports/pages.ts';
import type { CouncilSession } from '../../records/council.ts';

/** What the secretary types about a meeting; a multiple choice arrives as `a,b`. */
export const meetingInput = {
  heldOn: z.string().default(''),
  place: z.string().default(''),
  present: z.string().default(''),
  notes: z.string().default(''),
};
export const placeLimit = 200;
const notesLimit = 2_000;

type Details = Pick<CouncilSession, 'heldOn' | 'place' | 'present' | 'notes'>;
interface Given {
  readonly input: z.infer<z.ZodObject<typeof meetingInput>>;
  readonly members: readonly string[];
  readonly bounds: Bounds;
}

/** The details, or all that stands against recording them. */
export function readMeeting({ input, members, bounds }: Given): { details: Details } | { problems: Problems } {
  const heldOn = parseDate(input.heldOn);
  const place = tidy(input.place);
  const notes = tidy(input.notes);
  const present = chosen(input.present);
  const problems: Problem[] = [];
  if (heldOn === undefined || !isWithin(heldOn, bounds)) {
    problems.push({ code: 'COUNCIL_DATE', facts: boundFacts(bounds, heldOn) });
  }
  if (place === '') problems.push({ code: 'COUNCIL_PLACE', facts: {} });
  if (present.length === 0 || present.some((id) => !members.includes(id)))
    problems.push({ code: 'COUNCIL_PRESENT', facts: {} });
  for (const [text, max] of [
    [place, placeLimit],
    [notes, notesLimit],
  ] as const) {
    if (text.length > max) problems.push({ code: 'TOO_LONG', facts: { count: text.length, max } });
  }
  if (isAny(problems)) return { problems };
  return { details: { heldOn: heldOn ?? '', place, present: members.filter((id) => present.includes(id)), notes } };
}

/** The ids of a multiple choice, each once. */
export const chosen = (value: string): string[] => [...new Set(value.split(',').filter((id) => id !== ''))];

export const typedMeeting = (input: Given['input']): Typed => ({
  heldOn: input.heldOn,
  place: input.place,
  present: input.present,
  notes: input.notes,
});
