import { z } from 'zod';
import { parseTime } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { minutesBounds } from '../../model/council/chain.ts';
import type { SessionBoard } from '../../model/council/session.ts';
import { isWrong, numberTaken, readPaper, typedAgain } from '../../model/council/signed-paper.ts';
import { isAny, type Problem, type Problems, refusalOf } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import type { Minutes } from '../../records/council.ts';
import type { PageRef } from '../../records/message.ts';

/** What the secretary types about the paper of a meeting; who sign it are person ids. */
export const minutesInput = {
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  sameNumber: z.string().default(''),
  chair: z.string().default(''),
  secretary: z.string().default(''),
  startsAt: z.string().default(''),
  endsAt: z.string().default(''),
  absence: z.string().default(''),
  invitees: z.string().default(''),
};
type Input = z.infer<z.ZodObject<typeof minutesInput>>;

/**
 * The minutes as typed. They may wait for their number, never for their day.
 * @throws Refusal MINUTES_DATE, MINUTES_SIGNERS, TOO_LONG, DECIDE_NUMBER_TAKEN back to the form with what was typed
 */
export async function readMinutes(ctx: Ctx, board: SessionBoard, input: Input, form: PageRef): Promise<Minutes> {
  const { session, round, plan, cases } = board;
  const dossiers = cases.map(({ nominee }) => nominee.nomination);
  const bounds = await minutesBounds(ctx, { round, zone: plan.zone, at: ctx.at, dossiers, session });
  const { number, issuedOn, sameNumber, chair, secretary, startsAt, endsAt, absence, invitees } = input;
  const typed = { number, issuedOn, sameNumber, chair, secretary, startsAt, endsAt, absence, invitees };
  const paper = readPaper(input, bounds, { wrong: 'MINUTES_DATE', mayBeUnnumbered: true });
  const signers: Problem[] = mayBothSign([chair, secretary], session.data.present)
    ? []
    : [{ code: 'MINUTES_SIGNERS', facts: {} }];
  const course = readCourse(input);
  const hours = isWrong(course) ? course.problems : [];
  if (isWrong(paper)) throw refusalOf([...paper.problems, ...signers, ...hours], { show: form, typed });
  if (isWrong(course)) throw refusalOf([...course.problems, ...signers], { show: form, typed });
  if (isAny(signers)) throw refusalOf(signers, { show: form, typed });
  const taken = await numberTaken(ctx, { paper, typed: input, register: 'minutes', except: [session.id] });
  if (taken !== undefined) throw refusalOf([taken], { show: form, typed: typedAgain(typed, taken) });
  return { ...paper, chair, secretary, ...course, recorded: { by: ctx.me.id, at: stamp(ctx.at) } };
}

type Course = Required<Pick<Minutes, 'startsAt' | 'endsAt' | 'absence' | 'invitees'>>;
const longestWords = 1_000;

/** What the minutes say of the meeting's course: each may be empty, an hour is one, and no meeting ends before it begins. */
export function readCourse(typed: Pick<Input, keyof Course>): Course | { problems: Problems } {
  const [startsAt, endsAt] = [tidy(typed.startsAt), tidy(typed.endsAt)].map((time) =>
    time === '' ? '' : parseTime(time),
  );
  const [absence, invitees] = [tidy(typed.absence), tidy(typed.invitees)];
  const problems: Problem[] = [absence, invitees]
    .filter((words) => [...words].length > longestWords)
    .map((words) => ({ code: 'TOO_LONG', facts: { count: [...words].length, max: longestWords } }));
  if (startsAt === undefined || endsAt === undefined) problems.push({ code: 'MINUTES_TIME', facts: {} });
  else if (startsAt !== '' && endsAt !== '' && endsAt <= startsAt) problems.push({ code: 'MINUTES_HOURS', facts: {} });
  if (isAny(problems)) return { problems };
  return { startsAt: startsAt ?? '', endsAt: endsAt ?? '', absence, invitees };
}

/** Two people who were there; whoever is not named signs all the same. */
function mayBothSign(signers: readonly string[], present: readonly string[]): boolean {
  const named = signers.filter((id) => id !== '');
  return new Set(named).size === named.length && named.every((id) => present.includes(id));
}
