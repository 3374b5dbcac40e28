import { z } from 'zod';
import { formatIsoDate } from '../../../domain/text/format.ts';
import { knownDate } from '../../../domain/text/typed-time.ts';
import { lastChange } from '../../../model/dossier/last-change.ts';
import { isHere, nameOf, personOf } from '../../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { confirmation, revision, showsNow } from '../../../pipeline/inputs.ts';
import type { Person } from '../../../records/person.ts';
import { requireRoster } from '../find.ts';
import { rosterLeave, rosterLeaving, rosterLoss, rosterPerson } from '../refs.ts';
import { lossesBy } from './losses-by.ts';
import { unplanned } from './presence.ts';
import { writePerson } from './write-person.ts';

export const leaveInput = z.strictObject({
  person: z.string().max(100),
  rev: revision,
  /** The last day of work, as typed. */
  on: z.string().max(40).default(''),
  confirm: confirmation,
  /** `yes` from the card that says what the unit would have no longer. */
  sure: confirmation,
});

/**
 * Somebody leaves: after their last day they have no access, and at once when it is over. First it is said what follows, and what the unit
 * would have no longer is asked once more.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal DATE_UNREADABLE, LEAVE_BEFORE_START, PERSON_CHANGED
 */
export async function leave(ctx: Ctx, input: z.infer<typeof leaveInput>): Promise<Answer> {
  requireRoster(ctx);
  const person = await personOf(ctx, input.person);
  const page = rosterPerson.ref({ person: person.id });
  const on = lastDay(input.on, person.data, person.id);
  const left = good('roster.left', { name: await nameOf(ctx, person.id), on: formatIsoDate(on) });
  // A second click.
  if (person.data.endDate === on) return show(page, left);
  if (!isHere(ctx, person.data)) return show(page);
  if (!showsNow(input.rev, person))
    throw new Refusal('PERSON_CHANGED', { facts: await lastChange(ctx, person.id), show: page });
  if (!input.confirm) return show(rosterLeaving.ref({ person: person.id, on }));
  if (!input.sure && (await lossesBy(ctx, person, null)).length > 0)
    return show(rosterLoss.ref({ person: person.id, data: JSON.stringify({ on, rev: input.rev, confirm: 'yes' }) }));
  const after = { ...unplanned(person.data), endDate: on };
  await writePerson(ctx, 'roster.leave', { id: person.id, before: person, after });
  return show(page, left);
}

function lastDay(typed: string, { startDate }: Person, person: string): string {
  const back = { show: rosterLeave.ref({ person }), typed: { on: typed } };
  const on = knownDate(typed);
  if (on === undefined) throw new Refusal('DATE_UNREADABLE', back);
  if (startDate !== null && on < startDate) throw new Refusal('LEAVE_BEFORE_START', back);
  return on;
}
