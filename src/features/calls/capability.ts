import { z } from 'zod';
import { takesAnswers } from '../../domain/calendar/call.ts';
import { CodedError } from '../../domain/errors.ts';
import { callsFor } from '../../domain/policy/calls.ts';
import { show } from '../../pipeline/answer.ts';
import { anywhere, byItself, capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { answerCall, answerCallInput } from './answer-call.ts';
import { channelPage, invitePage, ownPage, previewPage } from './call.page.ts';
import { closeCall, closeCallInput } from './close-call.ts';
import { currentPage } from './current.page.ts';
import { joinCall } from './join-call.ts';
import { loadCall } from './load-call.ts';
import { closePage, composePage, minePage, peoplePage, showPage } from './manage-call.page.ts';
import { ownCard, ownCardInput } from './own-card.ts';
import { postCall, postCallInput } from './post-call.ts';
import { callDraft, callsCompose, callsInvite, callsMine, callsPeople, callsShow } from './refs.ts';
import { callsTodos } from './todos.ts';
import { typedCall } from './typed-call.ts';

const byId = z.strictObject({ call: z.string() });
const byAnswer = z.strictObject({
  call: z.string(),
  answer: z.enum(['yes', 'maybe', 'no', 'silent']),
  page: z.string().regex(/^[1-9]\d{0,3}$/),
});

/** @throws CodedError CALL_ROLE */
function organiser(ctx: Ctx): void {
  if (callsFor(ctx.actor).length === 0) throw new CodedError('CALL_ROLE');
}

export const calls = capability({
  commands: [
    {
      name: 'call',
      isFor: (actor) => callsFor(actor).length > 0,
      where: 'personal',
      run: async (ctx) => {
        organiser(ctx);
        return show(callsCompose.ref({}));
      },
    },
    { name: 'join', isFor: () => true, isStep: true, where: 'anywhere', run: joinCall },
  ],
  verbs: [
    opens('call.compose', z.strictObject({}), callsCompose, organiser),
    opens('call.edit', callDraft, callsCompose, organiser),
    verb('call.post', postCallInput, postCall),
    anywhere(verb('call.answer', answerCallInput, answerCall)),
    byItself(anywhere(verb('call.own', ownCardInput, ownCard))),
    verb('call.close', closeCallInput, closeCall),
    opens('call.show', byId, callsShow),
    opens('call.people', byAnswer, callsPeople),
    opens('call.mine', z.strictObject({}), callsMine, organiser),
  ],
  pages: [
    composePage,
    previewPage,
    invitePage,
    channelPage,
    ownPage,
    showPage,
    closePage,
    peoplePage,
    minePage,
    currentPage,
  ],
  spreads: [
    {
      kind: 'call',
      sending: {
        name: async (turn, texts, { params }) => {
          const { title } = (await loadCall(turn, params.call ?? '')).data;
          return texts.t('words.sendings.name.call', { title });
        },
        over: async (turn, { params, at }) =>
          takesAnswers((await loadCall(turn, params.call ?? '')).data, at) ? undefined : 'call',
      },
      owes: async (_deps, spread, person) => ({
        to: person.id,
        kind: 'call.invite',
        show: callsInvite.ref({ call: spread.params.call ?? '', person: person.id }),
        subject: spread.params.call ?? '',
        rev: 1,
      }),
    },
  ],
  texts: [typedCall],
  todos: callsTodos,
});
