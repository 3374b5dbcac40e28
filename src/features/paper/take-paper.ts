import type { DateTime } from 'luxon';
import { z } from 'zod';
import { owe } from '../../delivery/owe/owe.ts';
import { supplementDeadline } from '../../domain/calendar/supplement.ts';
import { CodedError } from '../../domain/errors.ts';
import { enters, mayTakePaper } from '../../domain/policy/dossier.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { type Dossier, loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { closedBy, idsOf, refreshed } from '../../model/dossier/own.ts';
import { hasBegun } from '../../model/dossier/paper.ts';
import { receivedDay } from '../../model/dossier/received-day.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { isHere, personOf } from '../../model/people/people.ts';
import { closesAt } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create, put, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { extensionId, extensionRecord } from '../../records/extension.ts';
import { type PaperDossier, paperDossierId, paperDossierRecord } from '../../records/paper-dossier.ts';
import type { Loaded } from '../../records/record.ts';
import { dossierShow } from '../nomination/refs.ts';
import { candidateFields, paperFind, paperForm, paperNotice } from './refs.ts';

export const takePaperInput = z.strictObject({
  ...candidateFields,
  receivedOn: z.string().max(40).default(''),
  confirm: confirmation,
});
type Input = z.infer<typeof takePaperInput>;

/**
 * Takes somebody's signed paper to enter their dossier from it; the first click asks when it came in. One that came in in time can be entered by
 * the office after the deadline as well. What somebody else has begun to enter is gone on with.
 * @throws CodedError PAPER_NOT_YOURS, DEADLINE_PASSED; Refusal PAPER_BEGUN, PAPER_LEFT, PAPER_LATE, DATE_UNREADABLE, DATE_IN_FUTURE
 */
export async function takePaper(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await loadDossier(ctx, input.round, input.candidate);
  const { candidate, paper } = dossier;
  const ids = idsOf(dossier);
  if (!mayTakePaper(ctx.actor, candidate)) throw new CodedError('PAPER_NOT_YOURS');
  if (paper !== undefined) return goOn(ctx, dossier, paper);
  await requireNotBegun(ctx, dossier);
  const form = paperForm.ref(ids);
  if (!input.confirm) return show(form);
  const back = { show: form, typed: { receivedOn: input.receivedOn } };
  const receivedOn = receivedDay(input.receivedOn, { at: ctx.at, plan: dossier.plan, back });
  const time = timeFor(ctx, dossier, { receivedOn, back });
  const taken: PaperDossier = {
    round: ids.round,
    candidate: { kind: candidate.kind, id: candidate.id },
    receivedOn,
    isAtOffice: isOffice(ctx.actor),
    gaveTime: time.length > 0 && dossier.extension === undefined,
    entered: { by: ctx.me.id, at: stamp(ctx.at) },
  };
  ctx.commit({
    command: 'paper.take',
    subject: paperDossierId(ids.round, candidate.id),
    facts: { receivedOn },
    changes: [
      create(paperDossierRecord, ctx.scope, paperDossierId(ids.round, candidate.id), taken),
      ...time,
      refreshed(ctx, dossier),
      ...(await word(ctx, dossier)),
    ],
  });
  return show(dossierShow.ref(ids), good('paper.taken', { name: await nameApart(ctx, candidate) }));
}

/** Whoever goes on is who enters it from then on, and gets what is sent in the chat into it. */
async function goOn(ctx: Ctx, dossier: Dossier, paper: Loaded<PaperDossier>): Promise<Answer> {
  const ids = idsOf(dossier);
  if (!enters(ctx.actor, dossier.candidate)) throw new CodedError('PAPER_NOT_YOURS');
  const entered = { by: ctx.me.id, at: stamp(ctx.at) };
  if (closedBy(dossier, ctx.at) === undefined && paper.data.entered.by !== ctx.me.id)
    ctx.commit({
      command: 'paper.goOn',
      subject: paper.id,
      facts: { before: paper.data.entered.by },
      changes: [replace(paperDossierRecord, paper, { ...paper.data, entered }), refreshed(ctx, dossier)],
    });
  return show(dossierShow.ref(ids));
}

/** What somebody has written of themselves is theirs to finish. @throws Refusal PAPER_BEGUN, PAPER_LEFT */
async function requireNotBegun(ctx: Ctx, dossier: Dossier): Promise<void> {
  const { candidate } = dossier;
  const back = { show: paperFind.ref({ round: dossier.round.data.round }) };
  const refuse = async (code: string): Promise<never> => {
    throw new Refusal(code, { ...back, facts: { name: await nameApart(ctx, candidate) } });
  };
  if (hasBegun(dossier)) await refuse('PAPER_BEGUN');
  if (candidate.kind === 'person' && !isHere(ctx, (await personOf(ctx, candidate.id)).data)) await refuse('PAPER_LEFT');
}

/**
 * Time to enter it: what everyone has; after that what the plan gives a supplement, if it came in in time.
 * @throws CodedError DEADLINE_PASSED to a head; Refusal PAPER_LATE {deadline}
 */
function timeFor(
  ctx: Ctx,
  dossier: Dossier,
  { receivedOn, back }: { receivedOn: string; back: ConstructorParameters<typeof Refusal>[1] },
): Change[] {
  if (closedBy(dossier, ctx.at) === undefined) return [];
  const until = openUntil(dossier);
  if (!isOffice(ctx.actor)) throw new CodedError('DEADLINE_PASSED', { at: until });
  if (receivedOn > until.toFormat('yyyy-MM-dd'))
    throw new Refusal('PAPER_LATE', { ...back, facts: { deadline: until } });
  return [moreTime(ctx, dossier, receivedOn)];
}

function moreTime(ctx: Ctx, { round, plan, candidate, extension }: Dossier, receivedOn: string): Change {
  const closes = closesAt(plan, round.data);
  const until: DateTime = supplementDeadline(ctx.at, closes, plan);
  const reason = ctx.texts('vi').t('words.paper.reason', { date: formatIsoDate(receivedOn) });
  // In the candidate's own time and not in everyone's: the reason for that time stays, as it is what lateness is told by.
  const before = receivedOn > closes.toFormat('yyyy-MM-dd') ? extension?.data.given : undefined;
  const key = round.data.round;
  return put(extensionRecord, { ...ctx.scope, id: extensionId(key, candidate.id) }, extension, {
    round: key,
    candidate: { kind: candidate.kind, id: candidate.id },
    given: before ?? { by: ctx.me.id, at: stamp(ctx.at), reason },
    until: stamp(until),
    isOver: false,
  });
}

/** Whoever's dossier it is learns at once that somebody writes in their name, where messages reach them. */
async function word(ctx: Ctx, dossier: Dossier): Promise<Change[]> {
  const { kind, id } = dossier.candidate;
  const side = await candidatesSide(ctx, { candidate: { kind, id }, submitted: null, late: null });
  const reached = await ctx.getMany(addressRecord, side.map(addressId));
  const ids = idsOf(dossier);
  const about = { kind: 'paper.taken', show: paperNotice.ref(ids), urgent: true };
  const subject = paperDossierId(ids.round, id);
  return side
    .filter((to) => reached.has(addressId(to)))
    .map((to) => owe(ctx.scope, ctx.at, { ...about, to, subject, rev: 1 }));
}
