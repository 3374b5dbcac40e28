import { presenceOn } from '../../domain/people/presence.ts';
import { closesAt, roundInText, roundOf, roundPlan } from '../../model/round/round.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { roundId, roundRecord } from '../../records/round.ts';
import { roundOpened } from './refs.ts';

/** Everyone is told once that a round is open; after its deadline nobody needs to hear it any more. */
export const roundOpenedSpread: SpreadDef = {
  kind: 'roundOpened',
  sending: {
    name: async (turn, texts, { params }) => {
      const round = await roundOf(turn, params.round ?? '');
      return texts.t('words.sendings.name.roundOpened', { round: roundInText(await roundPlan(turn, round), round) });
    },
    over: async (turn, { params, at }) =>
      at > closesAt(turn.plan, (await roundOf(turn, params.round ?? '')).data) ? 'deadline' : undefined,
  },
  owes: async (turn, { params, at }, person) => {
    const round = params.round ?? '';
    const opened = await turn.get(roundRecord, roundId(round));
    if (opened === undefined) return undefined;
    const today = at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    if (presenceOn(person.data, today) === 'left') return undefined;
    return {
      to: person.id,
      kind: 'round.open',
      show: roundOpened.ref({ round }),
      subject: opened.id,
      rev: 1,
      onUnknown: 'resendOnce',
      expiresAt: closesAt(turn.plan, opened.data),
    };
  },
};
