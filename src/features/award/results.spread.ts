import type { SpreadDef } from '../../pipeline/spread.ts';
import { load } from '../../ports/documents.ts';
import { decisionRecord } from '../../records/council.ts';
import { dossiersOf } from './concerned.ts';
import { isResultOf } from './results.ts';

/**
 * Tells each person whom a published decision concerns; a department's result goes to its head and deputies, in one message with their own.
 */
export const resultsSpread: SpreadDef = {
  kind: 'results',
  sending: {
    name: async (deps, texts, { params }) => {
      const decision = await load(deps.store, deps.scope.unit, decisionRecord, params.decision ?? '');
      return texts.t('words.sendings.name.results', { number: decision?.data.number ?? '—' });
    },
    over: async () => undefined,
  },
  owes: async (deps, { params }, person) => {
    const { decision: id = '', rev = '' } = params;
    const decision = await load(deps.store, deps.scope.unit, decisionRecord, id);
    if (decision === undefined) return undefined;
    const mine = (await dossiersOf(deps, decision.data.round, person)).filter((n) => isResultOf(n, decision));
    if (mine.length === 0) return undefined;
    return {
      to: person.id,
      kind: 'results',
      show: { page: 'results.notice', params: { decision: id } },
      subject: id,
      rev: Number(rev),
    };
  },
};
