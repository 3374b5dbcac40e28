import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { atTime } from '../../domain/calendar/calendar.ts';
import { type Leave, readLeave } from '../../domain/people/typed-leave.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { standsInFor } from '../../model/people/stands-in.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { confirmation, refusedBackTo } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { onLeave } from './on-leave.ts';
import { leaveConfirm, leaveShow, leaveStandIn, typedLeave } from './refs.ts';

export const saveLeaveInput = z.strictObject({ ...typedLeave, confirm: confirmation });

/**
 * A person's own leave, or what the office records of another's, as typed or from the form: first shown with who stands in, then kept as the roster keeps it. It takes the place of one
 * that was to come; one that is under way only changes its days. Whoever stands in is told once, on its first day, if something waits.
 * @throws CodedError OFFICE_ONLY; Refusal PERSON_LEFT; LEAVE_…, DATE_… back to the form
 */
export async function saveLeave(ctx: Ctx, { confirm, ...typed }: z.infer<typeof saveLeaveInput>): Promise<Answer> {
  const who = await onLeave(ctx, typed.person);
  const isOwn = who.id === ctx.me.id;
  const back = { show: leaveShow.ref(typed) };
  const today = dayOf(ctx);
  const read = await refusedBackTo(back, () => readLeave(typed, { today, known: who.data }));
  if ('problem' in read)
    throw new Refusal(!isOwn && read.problem === 'LEAVE_SECOND' ? 'LEAVE_SECOND_OF' : read.problem, {
      ...back,
      facts: { today: formatIsoDate(today) },
    });
  const { from, to } = read.leave;
  if (!confirm) return show(leaveConfirm.ref({ from, to: to ?? '', person: typed.person }));
  if (!isKept(who.data, read.leave)) await write(ctx, who, read.leave);
  return show(leaveShow.ref({ person: typed.person }), good('leave.saved'));
}

const isKept = ({ status, statusFrom, statusTo }: Person, { from, to }: Leave): boolean =>
  status === 'onLeave' && statusFrom === from && statusTo === to;

async function write(ctx: Ctx, who: Loaded<Person>, { from, to }: Leave): Promise<void> {
  ctx.commit({
    command: 'leave.save',
    subject: who.id,
    facts: { from, to: to ?? '' },
    changes: [
      replace(personRecord, who, { ...who.data, status: 'onLeave', statusFrom: from, statusTo: to }),
      ...(await standIns(ctx, who, from)),
      oweRefresh(ctx.scope, ctx.at, queueOf(who.id), `leave@${who.rev + 1}`),
    ],
  });
}

/** Word to whoever stands in, or can see to it; on its day nothing is sent unless something waits then. */
async function standIns(ctx: Ctx, who: Loaded<Person>, from: string): Promise<Change[]> {
  const opiners = await standsInFor(ctx, who, from);
  if (opiners === undefined) return [];
  const { zone, calendar } = ctx.plan;
  const begins = atTime(DateTime.fromISO(from, { zone }), calendar.officeHours.from);
  const word = {
    kind: 'leave.standIn',
    show: leaveStandIn.ref({ person: who.id }),
    subject: `leave:${who.id}`,
    rev: who.rev + 1,
    urgent: true,
    from: DateTime.max(begins, ctx.at),
  };
  const told = opiners.acts === null ? opiners.told : [opiners.acts];
  return told.filter((to) => to !== who.id).map((to) => owe(ctx.scope, ctx.at, { ...word, to }));
}
