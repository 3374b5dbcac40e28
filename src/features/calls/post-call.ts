import { z } from 'zod';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { callTerms, missingFields, registrationEnds } from '../../domain/calendar/call.ts';
import { CodedError } from '../../domain/errors.ts';
import { callsFor } from '../../domain/policy/calls.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, refusedBackTo } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { channelOwner } from '../../records/address.ts';
import { callId, callRecord } from '../../records/call.ts';
import { channelFor, invitesOf } from './load-call.ts';
import { type CallDraftForm, callDraft, callsChannel, callsCompose, callsPreview, callsShow } from './refs.ts';

export const postCallInput = callDraft.extend({
  formId: z.string().regex(/^[0-9A-Za-z]{6,40}$/),
  confirm: confirmation,
});
type Input = z.infer<typeof postCallInput>;

/** First click: checked and shown as it will look. Second: posted to the organisation's channel and owed to each member. */
export async function postCall(ctx: Ctx, input: Input): Promise<Answer> {
  const { actor } = ctx;
  const organisation = speaksFor(ctx, input);
  const terms = await checked(ctx, { ...input, organisation });
  const id = callId(input.formId);
  if ((await ctx.get(callRecord, id)) !== undefined) return show(callsShow.ref({ call: id }), good('calls.already'));
  if (!input.confirm) return show(callsPreview.ref(draftOf({ ...input, organisation })));

  const purpose = channelFor(organisation);
  const ends = registrationEnds(terms, ctx.plan.zone);
  ctx.commit({
    command: 'call.post',
    subject: id,
    changes: [
      create(callRecord, ctx.scope, id, {
        title: terms.title,
        text: terms.text,
        place: terms.place,
        startsAt: stamp(terms.startsAt),
        answerBy: terms.answerBy,
        organisation,
        posted: { by: actor.id, at: stamp(ctx.at) },
        state: 'open',
      }),
      oweSpread(ctx.scope, ctx.at, {
        cause: id,
        kind: 'call',
        audience: { kind: 'organisation', organisation },
        params: { call: id },
        startedBy: actor.id,
      }),
      // When registration is over, posted cards stop offering it.
      ...[id, invitesOf(id)].map((subject) => oweRefresh(ctx.scope, ends, subject, 'over')),
      ...(purpose === undefined
        ? []
        : [
            owe(ctx.scope, ctx.at, {
              to: channelOwner(purpose),
              kind: 'call.channel',
              show: callsChannel.ref({ call: id }),
              subject: id,
              rev: 1,
              urgent: true,
            }),
          ]),
    ],
  });
  return show(callsShow.ref({ call: id }), good('calls.recorded'));
}

/** @throws CodedError CALL_ROLE */
function speaksFor(ctx: Ctx, input: { organisation: string }): 'youthUnion' | 'tradeUnion' {
  const mine = callsFor(ctx.actor);
  const wanted = input.organisation === '' ? mine[0] : mine.find((organisation) => organisation === input.organisation);
  if (wanted === undefined) throw new CodedError('CALL_ROLE');
  return wanted;
}

const draftOf = ({ confirm: _confirm, ...draft }: Input): CallDraftForm => draft;

async function checked(ctx: Ctx, input: Input) {
  const back = callsCompose.ref(draftOf(input));
  const missing = missingFields(input);
  if (missing.length > 0) {
    const t = ctx.texts(ctx.me.data.locale);
    throw new Refusal('CALL_MISSING', {
      facts: {
        missing: missing.map((field) => t.t(`cards.calls.compose.${field}`).toLocaleLowerCase('vi')).join(', '),
      },
      show: back,
    });
  }
  return refusedBackTo({ show: back }, () => callTerms(input, ctx.at));
}
