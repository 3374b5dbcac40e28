import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayPropose } from '../../domain/policy/dossier.ts';
import { isHead } from '../../domain/policy/posts.ts';
import { type Dossier, draftNomination, loadDossier } from '../../model/dossier/dossier.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { personOf } from '../../model/people/people.ts';
import { closesAt } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, reasonFrom } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { isAtWork } from './eligible-people.ts';
import { reviewPeople, reviewProposal, reviewPropose } from './refs.ts';

export const proposePersonInput = z.strictObject({
  round: z.string().max(40),
  person: z.string().startsWith('person:').max(100),
  level: z.string().default(''),
  reason: z.string().default(''),
  confirm: confirmation,
});
type Input = z.infer<typeof proposePersonInput>;

/**
 * A head proposes someone of the own department; the person decides. The first click, on a name, opens the form.
 * @throws CodedError NOT_HEAD, PROPOSE_SELF, PROPOSE_ELSEWHERE, PROPOSE_ABSENT, DEADLINE_PASSED; Refusal ALREADY_NOMINATED, NO_SUCH_LEVEL, REASON_…
 */
export async function proposePerson(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await proposable(ctx, input);
  const name = await nameApart(ctx, dossier.candidate);
  const done: Answer = {
    show: reviewQueue.ref({ round: dossier.round.data.round, empty: 'show' }),
    remark: good('review.proposed', { name }),
  };
  const mine = dossier.nomination?.data.proposal;
  if (mine?.by === ctx.me.id && mine.consent === 'pending' && input.confirm) return done;
  if (dossier.nomination !== undefined || dossier.assessment?.data.wish === 'asks') {
    throw new Refusal('ALREADY_NOMINATED', {
      facts: { name },
      show: reviewPeople.ref({ round: dossier.round.data.round }),
    });
  }
  const form = reviewPropose.ref({ round: dossier.round.data.round, person: input.person });
  if (!input.confirm) return show(form);
  const typed = { level: input.level, reason: input.reason };
  if (!dossier.plan.levels.some(({ id }) => id === input.level))
    throw new Refusal('NO_SUCH_LEVEL', { show: form, typed });
  await write(ctx, dossier, { level: input.level, reason: reasonFrom(typed, { required: true, form }) });
  return done;
}

async function proposable(ctx: Ctx, input: Input): Promise<Dossier> {
  const { actor, at } = ctx;
  if (!isHead(actor)) throw new CodedError('NOT_HEAD');
  const dossier = await loadDossier(ctx, input.round, input.person);
  const { candidate, plan, round } = dossier;
  if (!mayPropose(actor, candidate))
    throw new CodedError(candidate.id === actor.id ? 'PROPOSE_SELF' : 'PROPOSE_ELSEWHERE');
  const person = await personOf(ctx, candidate.id);
  if (!isAtWork(person.data, at, plan))
    throw new CodedError('PROPOSE_ABSENT', { name: await nameApart(ctx, candidate) });
  const closes = closesAt(plan, round.data);
  if (!isBeforeDeadline(at, closes)) throw new CodedError('DEADLINE_PASSED', { at: closes });
  return dossier;
}

async function write(ctx: Ctx, dossier: Dossier, asked: { level: string; reason: string }): Promise<void> {
  const { at, me } = ctx;
  const id = nominationId(dossier.round.data.round, dossier.candidate.id);
  const nomination: Nomination = {
    ...draftNomination(dossier, asked.level),
    proposal: { by: me.id, at: stamp(at), reason: asked.reason, consent: 'pending' },
  };
  ctx.commit({
    command: 'nomination.propose',
    subject: id,
    changes: [
      create(nominationRecord, ctx.scope, id, nomination),
      owe(ctx.scope, at, {
        to: dossier.candidate.id,
        kind: 'nomination.proposed',
        show: reviewProposal.ref({ nomination: id }),
        subject: id,
        rev: 1,
        urgent: true,
      }),
      oweRefresh(ctx.scope, at, id, 1),
    ],
  });
}
