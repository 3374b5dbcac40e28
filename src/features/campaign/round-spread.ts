import { presenceOn } from '../../domain/people/presence.ts';
import { closesAt, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { load } from '../../ports/documents.ts';
import { roundId, roundRecord } from '../../records/round.ts';

/** Everyone is told once that a round is open; after its deadline nobody needs to hear it any more. */
export const roundOpenedSpread: SpreadDef = {
  kind: 'roundOpened',
  sending: {
    name: async (deps, texts, { params }) => {
      const round = await roundOf(deps, params.round ?? '');
      return texts.t('words.sendings.name.roundOpened', { round: roundName(await roundPlan(deps, round), round) });
    },
    over: async (deps, { params, at }) =>
      at > closesAt(deps.plan, (await roundOf(deps, params.round ?? '')).data) ? 'deadline' : undefined,
  },
  owes: async (deps, { params, at }, person) => {
    const round = params.round ?? '';
    const opened = await load(deps.store, deps.scope.unit, roundRecord, roundId(round));
    if (opened === undefined) return undefined;
    const today = at.setZone(deps.plan.zone).toFormat('yyyy-MM-dd');
    if (presenceOn(person.data, today) === 'left') return undefined;
    return {
      to: person.id,
      kind: 'round.open',
      show: { page: 'round.opened', params: { round } },
      subject: opened.id,
      rev: 1,
      onUnknown: 'resendOnce',
      expiresAt: closesAt(deps.plan, opened.data),
    };
  },
};
