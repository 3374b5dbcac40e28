import type { SpreadDef } from '../../pipeline/spread.ts';
import { resentKind } from '../../records/message.ts';
import { type Listed, nowOf, sendingOf, titleOf } from './listed.ts';
import { againFor } from './sent-again.ts';

/**
 * The same page to the same people once more, but only to those for whom the sendings before ended as was chosen, at the moment when their
 * turn comes. It has an identity of its own, so that a crash repeats nobody here either.
 */
export const resendSpread = (listed: Listed): SpreadDef => ({
  kind: 'resend',
  sending: {
    name: async (turn, texts, { params }) => {
      const first = await sendingOf(turn, listed, params.of ?? '');
      const name = await titleOf(turn, texts, first);
      return texts.t('words.sendings.name.resend', { n: Number(params.n) - 1, name });
    },
    over: async (turn, { params, at }) => {
      const first = await sendingOf(turn, listed, params.of ?? '');
      return first.def.sending.over(turn, nowOf(first, at));
    },
  },
  owes: async (turn, { id, params, at }, person) => {
    const { of = '', outcomes = '' } = params;
    const n = Number(params.n);
    const found = await againFor(turn, await sendingOf(turn, listed, of), { n, at, person });
    if (found === undefined || !outcomes.split(' ').includes(found.again)) return undefined;
    // A repeat whose outcome is unknown is not repeated by itself.
    return { ...found.owing, kind: resentKind(found.owing.kind, n), cause: id, onUnknown: 'leave' };
  },
});
