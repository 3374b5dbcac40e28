import { dossiersOf } from '../../model/dossier/tell.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { decisionRecord, sessionRecord, submissionRecord } from '../../records/council.ts';
import { consideredAt } from './considered-words.ts';
import { resultsConsidered, resultsForwarded, resultsNotice } from './refs.ts';
import { isResultOf } from './results.ts';

/**
 * Tells each person whom a published decision concerns; a department's result goes to its head and deputies, in one message with their own.
 */
export const resultsSpread: SpreadDef = {
  kind: 'results',
  sending: {
    name: async (turn, texts, { params }) => {
      const decision = await turn.get(decisionRecord, params.decision ?? '');
      return texts.t('words.sendings.name.results', { number: decision?.data.number ?? '—' });
    },
    over: async () => undefined,
  },
  owes: async (turn, { params }, person) => {
    const { decision: id = '', rev = '' } = params;
    const decision = await turn.get(decisionRecord, id);
    if (decision === undefined) return undefined;
    const mine = (await dossiersOf(turn, decision.data.round, person)).filter((n) => isResultOf(n, decision));
    if (mine.length === 0) return undefined;
    return {
      to: person.id,
      kind: 'results',
      show: resultsNotice.ref({ decision: id }),
      subject: id,
      rev: Number(rev),
    };
  },
};

/** Tells each candidate what a closed meeting proposes: one message of a meeting, with the collective's in that of whoever leads it. */
export const consideredSpread: SpreadDef = {
  kind: 'considered',
  sending: {
    name: async (turn, texts, { params }) => {
      const session = await turn.get(sessionRecord, params.session ?? '');
      return texts.t('words.sendings.name.considered', { number: session?.data.number ?? '—' });
    },
    over: async () => undefined,
  },
  owes: async (turn, { params: { session: id = '' } }, person) => {
    const session = await turn.get(sessionRecord, id);
    if (session === undefined) return undefined;
    if ((await consideredAt(turn, session, person)).length === 0) return undefined;
    return {
      to: person.id,
      kind: 'results.considered',
      show: resultsConsidered.ref({ session: id }),
      subject: id,
      rev: 1,
    };
  },
};

/** Tells each candidate that the dossier went to the parent department. */
export const forwardedSpread: SpreadDef = {
  kind: 'forwarded',
  sending: {
    name: async (turn, texts, { params }) => {
      const submission = await turn.get(submissionRecord, params.submission ?? '');
      return texts.t('words.sendings.name.forwarded', { number: submission?.data.number ?? '—' });
    },
    over: async () => undefined,
  },
  owes: async (turn, { params: { submission: id = '' } }, person) => {
    const submission = await turn.get(submissionRecord, id);
    if (submission === undefined) return undefined;
    const { round, nominations } = submission.data;
    const [mine] = (await dossiersOf(turn, round, person)).filter((dossier) => nominations.includes(dossier.id));
    if (mine === undefined) return undefined;
    return {
      to: person.id,
      kind: 'results.forwarded',
      show: resultsForwarded.ref({ submission: id }),
      subject: id,
      rev: 1,
    };
  },
};
