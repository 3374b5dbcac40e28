import { DateTime } from 'luxon';
import { stamp } from '../ports/commit.ts';
import { put, remove } from '../ports/documents.ts';
import type { Typed } from '../ports/pages.ts';
import type { Loaded } from '../records/record.ts';
import { type Unfinished, type UnfinishedForm, unfinishedId, unfinishedRecord } from '../records/unfinished.ts';
import { type Answer, good } from './answer.ts';
import type { Ctx } from './context.ts';
import { type FormClick, readFormClick } from './form-stamp.ts';
import type { Turn } from './turn.ts';

/** So long it may wait to be gone on with. */
const kept = { days: 14 };
/** Of all forms together, the newest first. */
const mostForms = 12;
const mostLetters = 100_000;

/**
 * A command of a form, and what becomes of what was typed: a button that leads away keeps it for the person, a step that still asks keeps
 * it until it is done, and what has been dealt with is kept no longer.
 */
export async function answerForm(
  ctx: Ctx,
  data: unknown,
  run: (ctx: Ctx, data: unknown) => Promise<Answer>,
): Promise<Answer> {
  const { data: own, click } = readFormClick(data);
  if (click === undefined || ctx.place.kind !== 'personal') return run(ctx, own);
  let isDone = false;
  const commit: Ctx['commit'] = (work) => {
    isDone = true;
    ctx.commit(work);
  };
  const answer = await run({ ...ctx, commit }, own);
  if (click.leaves) {
    const isKept = await keep(ctx, click);
    return isKept && answer.remark === undefined ? { ...answer, remark: good('unfinished.kept') } : answer;
  }
  // Said in a sentence without a change: it had been done before, or there was nothing to do.
  if (isDone || (answer.remark !== undefined && answer.typed === undefined)) {
    await forget(ctx, click.form);
    return answer;
  }
  await keep(ctx, click);
  return { ...answer, show: { ...answer.show, within: click.form } };
}

/** What was refused was typed all the same. */
export async function keepRefused(ctx: Ctx, data: unknown): Promise<void> {
  const { click } = readFormClick(data);
  if (click !== undefined && ctx.place.kind === 'personal') await keep(ctx, click);
}

/** What its reader has typed into this form and neither sent nor saved. */
export async function unfinishedIn(turn: Turn, personId: string, form: string): Promise<UnfinishedForm | undefined> {
  const known = await turn.get(unfinishedRecord, unfinishedId(personId));
  return known?.data.forms.find((each) => each.form === form);
}

/** Those whose time is over are gone, and the document with the last of them. */
export function forgetOld(turn: Turn, known: Loaded<Unfinished>): void {
  write(
    turn,
    known,
    known.data.forms.filter(({ at }) => forgottenAt(at) > turn.at),
  );
}

/** @returns whether there was anything to keep, and it is kept */
async function keep(ctx: Ctx, { form, typed, shown }: FormClick): Promise<boolean> {
  if (Object.keys(typed).length === 0) return false;
  const known = await ctx.get(unfinishedRecord, unfinishedId(ctx.me.id));
  const before = known?.data.forms ?? [];
  const earlier = before.find((each) => each.form === form);
  const all = { ...earlier?.typed, ...typed };
  if (lettersIn(all) > mostLetters) return false;
  const others = before.filter((each) => each.form !== form);
  // What was filled in again showed what had been typed, and not what is stored.
  const now = { form, typed: all, shown: { ...shown, ...earlier?.shown }, at: stamp(ctx.at) };
  write(ctx, known, fitting([now, ...others]));
  return true;
}

async function forget(ctx: Ctx, form: string): Promise<void> {
  const known = await ctx.get(unfinishedRecord, unfinishedId(ctx.me.id));
  if (known?.data.forms.some((each) => each.form === form) !== true) return;
  write(
    ctx,
    known,
    known.data.forms.filter((each) => each.form !== form),
  );
}

function write(turn: Turn, known: Loaded<Unfinished> | undefined, forms: readonly UnfinishedForm[]): void {
  const oldest = forms.at(-1);
  if (oldest === undefined) {
    if (known !== undefined) turn.ride([remove(known)]);
    return;
  }
  const person = known?.data.person ?? turn.by;
  const data = { person, forms: [...forms], dueAt: stamp(forgottenAt(oldest.at)) };
  turn.ride([put(unfinishedRecord, { ...turn.scope, id: unfinishedId(person) }, known, data)]);
}

function fitting(forms: readonly UnfinishedForm[]): UnfinishedForm[] {
  let letters = 0;
  return forms.slice(0, mostForms).filter(({ typed }) => {
    letters += lettersIn(typed);
    return letters <= mostLetters;
  });
}

/** The names of the inputs, too: how many and how long they are is a claim of the click. */
const lettersIn = (typed: Typed): number =>
  Object.entries(typed)
    .flat()
    .reduce((sum, text) => sum + text.length, 0);

const forgottenAt = (at: string): DateTime => DateTime.fromISO(at).plus(kept);
