import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayPublish } from '../../domain/policy/award.ts';
import { decidingOf } from '../../model/council/decisions.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { nameOf } from '../../model/people/people.ts';
import { channelOf } from '../../model/sending/channels.ts';
import { type Answer, good, Refusal, type Remark, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, showedBefore, showsNow, version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { channelOwner } from '../../records/address.ts';
import { decisionRecord } from '../../records/council.ts';
import { announcementPages } from './announcement.page.ts';
import { publishPreview, publishShow, resultsChannel } from './refs.ts';

export const publishResultsInput = z.strictObject({
  /** Where the card came from; the decision alone says what is published. */
  round: z.string().default(''),
  decision: z.string(),
  rev: version,
  confirm: confirmation,
});

/** Posts a signed decision to the office's channel, and tells everyone whom it concerns their own result. */
export async function publishResults(ctx: Ctx, input: z.infer<typeof publishResultsInput>): Promise<Answer> {
  requireMay(ctx, mayPublish, 'PUBLISH_OFFICE_ONLY');
  const decision = await ctx.get(decisionRecord, input.decision);
  if (decision === undefined || decision.data.kind !== 'award') throw new CodedError('NOTHING_TO_SHOW');
  const { round, number, published } = decision.data;
  const back = publishShow.ref({ round });
  if (published !== null) {
    const isSecondClick = published.by === ctx.me.id && input.confirm && showedBefore(input.rev, decision);
    if (isSecondClick) return show(publishShow.ref(back.params), await publishedNow(ctx, number));
    const by = await nameOf(ctx, published.by);
    const at = DateTime.fromISO(published.at, { zone: ctx.plan.zone });
    throw new Refusal('ALREADY_PUBLISHED', { facts: { by, at, number }, show: back });
  }
  if (number === '') throw new Refusal('DECISION_NOT_RECORDED', { show: back });
  if (!input.confirm) return show(publishPreview.ref({ decision: decision.id }));
  if (!showsNow(input.rev, decision)) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, decision.id), show: back });
  }
  const rev = decision.rev + 1;
  const posts = Array.from({ length: announcementPages(decision.data.nominations.length) }, (_, page) =>
    owe(ctx.scope, ctx.at, {
      to: channelOwner('office'),
      kind: `results.${page + 1}`,
      show: resultsChannel.ref({ decision: decision.id, page: String(page) }),
      subject: decision.id,
      rev,
      // The cards of the round's decisions say whether it stands in the channel.
      cause: decidingOf(round),
    }),
  );
  const spread = oweSpread(ctx.scope, ctx.at, {
    cause: `results:${decision.id}`,
    kind: 'results',
    audience: { kind: 'everyone' },
    params: { decision: decision.id, rev: String(rev) },
    startedBy: ctx.me.id,
  });
  const changes = [
    replace(decisionRecord, decision, { ...decision.data, published: { by: ctx.me.id, at: stamp(ctx.at) } }),
    oweRefresh(ctx.scope, ctx.at, decision.id, rev),
    refreshRound(ctx, round),
    spread,
    ...posts,
  ];
  ctx.commit({ command: 'publish.results', subject: decision.id, changes });
  return show(publishShow.ref(back.params), await publishedNow(ctx, number));
}

/** Nothing has arrived yet: it says what goes out now, and what waits. */
async function publishedNow(ctx: Ctx, number: string): Promise<Remark> {
  const { state } = await channelOf(ctx, 'office');
  return state === 'open'
    ? good('award.published', { number })
    : { tone: 'warning', key: 'award.publishedHeld', facts: { number } };
}
