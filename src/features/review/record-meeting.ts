import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { meetingProblem } from '../../domain/dossier/meeting.ts';
import { CodedError } from '../../domain/errors.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { type DepartmentMeeting, meetingRecord } from '../../records/meeting.ts';
import { nominationId } from '../../records/nomination.ts';
import { departmentRound, type LedRound } from './led-department.ts';
import { meetingUntil } from './meeting-until.ts';
import { collectiveShow, reviewMeeting } from './refs.ts';

const notesLimit = 4_000;
const nameLimit = 200;

const typedNumber = z.union([z.string(), z.number()]).transform(String).default('');
export const recordMeetingInput = z.strictObject({
  round: z.string().max(40),
  /** Revision of the record that the form showed, 0 when there was none; without one the form is shown. */
  rev: version,
  heldOn: z.string().default(''),
  present: typedNumber,
  total: typedNumber,
  chair: z.string().default(''),
  secretary: z.string().default(''),
  notes: z.string().default(''),
});
type Input = z.infer<typeof recordMeetingInput>;

/**
 * The department's deliberation meeting (họp bình xét), recorded by its head or deputy and open to correction as long as a dossier may be
 * sent on it.
 * @throws CodedError NOT_HEAD, MEETING_OFF, DEADLINE_PASSED; Refusal MEETING_…, back to the form with what was typed
 */
export async function recordMeeting(ctx: Ctx, input: Input): Promise<Answer> {
  const led = await departmentRound(ctx, ctx.actor, input.round);
  const { plan, round, meeting } = led;
  const form = reviewMeeting.ref({ round: round.data.round });
  if (plan.settings.departmentMeeting === 'off') throw new CodedError('MEETING_OFF');
  const closes = await meetingUntil(ctx, led);
  if (!isBeforeDeadline(ctx.at, closes)) throw new CodedError('DEADLINE_PASSED', { at: closes });
  if (input.rev === '') return { show: form };
  const asked = checked(ctx, led, input);
  const done = show(collectiveShow.ref(form.params), good('review.meetingRecorded'));
  if (meeting !== undefined && isSame(meeting.data, asked)) return done;
  if (String(meeting?.rev ?? 0) !== input.rev) {
    const facts = await lastChange(ctx, led.meetingId);
    throw new Refusal('MEETING_CHANGED', { facts, show: form, typed: typedOf(input) });
  }
  await write(ctx, led, asked);
  return done;
}

type Asked = Omit<DepartmentMeeting, 'recorded'>;

function checked(ctx: Ctx, { plan, round, departmentId }: LedRound, input: Input): Asked {
  const form = reviewMeeting.ref({ round: round.data.round });
  const heldOn = parseDate(input.heldOn);
  const [present, total] = [count(input.present), count(input.total)];
  const [chair, secretary, notes] = [tidy(input.chair), tidy(input.secretary), tidy(input.notes)];
  const today = ctx.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
  const problem = meetingProblem({ heldOn, present, total, chair, secretary }, today);
  const refuse = (code: string, facts = {}) => new Refusal(code, { facts, show: form, typed: typedOf(input) });
  if (problem !== undefined || heldOn === undefined || present === undefined || total === undefined)
    throw refuse(problem ?? 'MEETING_DATE');
  const written = [...notes].length;
  if (written > notesLimit) throw refuse('MEETING_NOTES_TOO_LONG', { length: written, max: notesLimit });
  if ([chair, secretary].some((name) => [...name].length > nameLimit))
    throw refuse('MEETING_NAME_TOO_LONG', { max: nameLimit });
  return { round: round.data.round, departmentId, heldOn, present, total, chair, secretary, notes };
}

const count = (typed: string): number | undefined => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined);
const typedOf = ({ round: _round, rev: _rev, ...typed }: Input): Record<string, string> => typed;
const isSame = ({ recorded: _recorded, ...stored }: DepartmentMeeting, asked: Asked): boolean =>
  (Object.keys(asked) as (keyof Asked)[]).every((field) => stored[field] === asked[field]);

async function write(ctx: Ctx, led: LedRound, asked: Asked): Promise<void> {
  const { meetingId: id, meeting } = led;
  const data: DepartmentMeeting = { ...asked, recorded: { by: ctx.me.id, at: stamp(ctx.at) } };
  const rev = (meeting?.rev ?? 0) + 1;
  ctx.commit({
    command: 'meeting.record',
    subject: id,
    changes: [
      put(meetingRecord, { ...ctx.scope, id }, meeting, data),
      oweRefresh(ctx.scope, ctx.at, nominationId(asked.round, asked.departmentId), `${id}@${rev}`),
    ],
  });
}
