import type { Actor } from '../../domain/policy/actor.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { sentNames } from '../../model/dossier/sent-names.ts';
import { openedRounds, roundOf } from '../../model/round/round.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { PageRef } from '../../records/message.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { isSentBefore, listOf, reviewedBy } from './my-dossiers.ts';
import { reviewDossier } from './refs.ts';
import type { Reviewed } from './reviewed.ts';

interface From {
  readonly round: string;
  /** What was just dealt with: it goes on with those sent after it, then from the first again. */
  readonly after?: Loaded<Nomination>;
}

/** The dossier that waits next for this person's opinion: of this round, else of another. */
async function nextOf(turn: Turn, actor: Actor, { round, after }: From): Promise<Loaded<Nomination> | undefined> {
  const waiting = async (key: string) =>
    listOf(await reviewedBy(turn, { round: key, reviewer: actor }), 'waiting', actor).filter(
      ({ id }) => id !== after?.id,
    );
  const here = await waiting(round);
  const next = here.find((one) => after !== undefined && isSentBefore(after, one)) ?? here[0];
  if (next !== undefined) return next;
  for (const { data } of await openedRounds(turn)) {
    const [first] = data.round === round ? [] : await waiting(data.round);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Opens the dossier that waits longest for this person's opinion, or the list, which says that none does. */
export async function openNext(ctx: Ctx, input: { round: string }): Promise<Answer> {
  const round = (await roundOf(ctx, input.round)).data.round;
  return show(pageOf(await nextOf(ctx, ctx.actor, { round }), round));
}

/** What was done, for whom, and on to the next dossier; after the last one the list, which says that none waits. */
export async function onToNext(ctx: Ctx, { nomination }: Reviewed, done: Done): Promise<Answer> {
  const { round } = nomination.data;
  // One that was asked of another is among theirs only once this is written.
  const names = await sentNames(ctx, [nomination, ...(await reviewedBy(ctx, { round, reviewer: ctx.actor }))]);
  const next = await nextOf(ctx, ctx.actor, { round, after: nomination });
  const remark = good(`review.${done}`, {
    name: names.get(nomination.id) ?? '',
    next: next === undefined ? 'none' : 'dossier',
  });
  return show(pageOf(next, round), remark);
}
type Done = 'agree' | 'disagree' | 'return';

const pageOf = (next: Loaded<Nomination> | undefined, round: string): PageRef =>
  next === undefined ? reviewQueue.ref({ round, empty: 'show' }) : reviewDossier.ref({ nomination: next.id });
