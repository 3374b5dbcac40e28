import { isSent, type NominationState } from '../../domain/dossier/nomination.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { isReopened } from '../../model/dossier/next-step.ts';
import {
  isWorthAsking,
  item,
  type TodoItem,
  type TodoOf,
  type TodoRound,
  type TodoSource,
} from '../../pipeline/todo.ts';

/** Of one that was sent the signed original is wanting until there is a decision; a finding must not show in the list. */
const awaitsOriginal = (state: NominationState): boolean =>
  isSent(state) && !['awarded', 'declined', 'declinedBySo', 'revoked', 'onHold'].includes(state);

/** What the person's own dossier still waits for; of the steps before sending only the next one. */
async function ownDossier({ turn, me, at }: TodoOf, of: TodoRound): Promise<TodoItem[]> {
  const dossier = await loadDossier(turn, of.round.data.round, me.id);
  const { assessment, nomination, criteria, missing, evidence } = dossier;
  const ids = { round: of.round.data.round, candidate: me.id };
  const state = nomination?.data.state;
  const returned = state === 'returned' ? (nomination?.data.returned ?? null) : null;
  const isUnsent = state === undefined || state === 'draft';
  const until = openUntil(dossier);
  if (state === 'lapsed') return isWorthAsking(of, at) ? [item('lapsed', { verb: 'dossier.show', data: ids })] : [];
  if (state !== undefined && awaitsOriginal(state) && nomination?.data.originalReceivedOn === null)
    return [item('original', { verb: 'dossier.show', data: ids })];
  if (at > until || (returned === null && !isUnsent)) return [];
  const items: TodoItem[] = [];
  if (returned !== null)
    items.push(item(isReopened(dossier) ? 'reopened' : 'returned', { verb: 'dossier.show', data: ids, due: until }));
  if (nomination?.data.proposal?.consent === 'pending') {
    items.push(item('consent', { verb: 'todo.open', data: { what: 'proposal', id: nomination.id }, due: until }));
  }
  const wish = assessment?.data.wish ?? 'undecided';
  if (returned === null && wish !== 'declines') {
    const facts = { done: criteria.length - missing.length, of: criteria.length };
    if (missing.length > 0) items.push(item('assess', { verb: 'assess.open', data: ids, facts, due: until }));
    else if (wish === 'undecided') items.push(item('wish', { verb: 'assess.open', data: ids, due: until }));
    else items.push(item('send', { verb: 'dossier.show', data: ids, due: until }));
  }
  const loose = evidence.filter((e) => e.data.criterion === '').length;
  if (loose > 0 && wish !== 'declines') {
    items.push(item('evidence', { verb: 'evidence.list', data: ids, facts: { n: loose }, due: until }));
  }
  return items;
}

export const nominationTodos: readonly TodoSource[] = [{ order: 40, inRound: ownDossier }];
