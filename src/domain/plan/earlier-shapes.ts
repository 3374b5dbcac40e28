import { z } from 'zod';

const passage = z.array(z.string());
const criteria = z.array(z.looseObject({ text: z.string() }));
/** What a plan kept of its source before its text was kept as issued. */
const inPassages = z.looseObject({
  text: z.undefined().optional(),
  aims: passage,
  requirements: passage,
  participants: z.strictObject({ collectives: z.string(), individuals: z.string() }),
  contents: z.array(z.looseObject({ text: z.string() })),
  criteria: z.looseObject({ department: criteria, person: criteria, adhoc: criteria }),
  dossier: z.looseObject({ sets: z.string(), funding: z.string() }),
  duties: z.array(z.looseObject({ text: z.string() })),
});
/** A plan before milestones reminded their owners. */
const withoutMilestones = z.looseObject({
  calendar: z.looseObject({
    reminders: z.looseObject({
      milestoneDaysBefore: z.undefined().optional(),
      escalateAfterWorkingDays: z.undefined().optional(),
    }),
  }),
});

/**
 * A plan that an earlier release wrote or read, in the shape of today: for what is stored, and for an office that goes on with its own file. What
 * is not clearly of an earlier shape stays as it is.
 */
export const inTodaysShape = (plan: unknown): unknown => withText(withMilestoneDays(plan));

/** With those passages as its text, in the order of the source; they had no numerals. */
export function withText(plan: unknown): unknown {
  const read = inPassages.safeParse(plan);
  if (!read.success) return plan;
  const { aims, requirements, participants, contents, duties, dossier, ...rest } = read.data;
  const { sets, funding, ...parts } = dossier;
  const said = (all: readonly { readonly text: string }[]): string[] => all.map(({ text }) => text);
  const passages = [
    [...aims, ...requirements],
    [participants.collectives, participants.individuals],
    said(contents),
    said([...rest.criteria.department, ...rest.criteria.person, ...rest.criteria.adhoc]),
    [sets, funding],
    said(duties),
  ];
  const text = passages
    .filter((paragraphs) => paragraphs.length > 0)
    .map((paragraphs) => ({ numeral: '', title: '', remark: '', paragraphs }));
  return { ...rest, dossier: parts, text };
}

/** With the first plan's days. */
export function withMilestoneDays(plan: unknown): unknown {
  const read = withoutMilestones.safeParse(plan);
  if (!read.success) return plan;
  const { calendar } = read.data;
  const reminders = { ...calendar.reminders, milestoneDaysBefore: [3, 0], escalateAfterWorkingDays: 2 };
  return { ...read.data, calendar: { ...calendar, reminders } };
}
