import { CodedError } from '../errors.ts';

export const nominationStates = [
  'draft',
  'submitted',
  'returned',
  'opined',
  'accepted',
  'tabled',
  'recommended',
  'notRecommended',
  'forwarded',
  'awarded',
  'declined',
  'declinedBySo',
  'revoked',
  'withdrawn',
  'lapsed',
  'onHold',
] as const;
export type NominationState = (typeof nominationStates)[number];

/** The council has, or has had, it before it, and no decision about it was taken back. */
export const consideredStates = [
  'tabled',
  'recommended',
  'notRecommended',
  'forwarded',
  'awarded',
  'declined',
  'declinedBySo',
] as const satisfies readonly NominationState[];

const underWay = [
  'submitted',
  'opined',
  'accepted',
  'tabled',
  'recommended',
  'forwarded',
] as const satisfies readonly NominationState[];

/**
 * Every way a dossier may go. `returned` is a draft that the office or the head sent back: the candidate may change and
 * send it again until its own supplement deadline.
 */
const moves = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  submitLate: { from: ['draft', 'returned', 'lapsed', 'withdrawn'], to: 'submitted' },
  opine: { from: ['submitted'], to: 'opined' },
  return: { from: ['submitted', 'opined', 'accepted'], to: 'returned' },
  accept: { from: ['opined'], to: 'accepted' },
  table: { from: ['accepted'], to: 'tabled' },
  recommend: { from: ['accepted', 'tabled'], to: 'recommended' },
  notRecommend: { from: ['accepted', 'tabled'], to: 'notRecommended' },
  award: { from: ['recommended', 'forwarded'], to: 'awarded' },
  decline: { from: ['recommended', 'notRecommended'], to: 'declined' },
  forward: { from: ['recommended'], to: 'forwarded' },
  soDecline: { from: ['forwarded'], to: 'declinedBySo' },
  revoke: { from: ['awarded'], to: 'revoked' },
  reconsider: { from: ['recommended', 'declinedBySo'], to: 'accepted' },
  withdraw: { from: ['draft', 'submitted', 'returned', 'opined', 'accepted'], to: 'withdrawn' },
  reopen: { from: ['withdrawn', 'lapsed'], to: 'draft' },
  readmit: { from: ['lapsed'], to: 'returned' },
  lapse: { from: ['draft', 'returned'], to: 'lapsed' },
  hold: { from: underWay, to: 'onHold' },
} as const satisfies Record<string, { from: readonly NominationState[]; to: NominationState }>;
export type NominationMove = keyof typeof moves;

export const canMove = (state: NominationState, move: NominationMove): boolean =>
  (moves[move].from as readonly NominationState[]).includes(state);

/** @throws CodedError WRONG_STATE naming the state found */
export function moved(state: NominationState, move: NominationMove): NominationState {
  if (!canMove(state, move)) throw new CodedError('WRONG_STATE', { state, move });
  return moves[move].to;
}

/** The council has found whether it proposes the candidate, and nothing has come of it yet. */
export const isFound = (state: NominationState): state is 'recommended' | 'notRecommended' =>
  state === 'recommended' || state === 'notRecommended';

/** May the candidate still change words, ratings and evidence? */
export const isOpenForWriting = (state: NominationState): boolean => state === 'draft' || state === 'returned';
/** Sent and not yet out of the chain: what the office counts as "đã gửi". */
export const isSent = (state: NominationState): boolean =>
  !['draft', 'returned', 'withdrawn', 'lapsed'].includes(state);
/** Left the chain without a decision: taken back, or sent back and not sent again in time. */
export const isGone = (state: NominationState): boolean => state === 'withdrawn' || state === 'lapsed';
export const canHold = (state: NominationState): boolean => (underWay as readonly NominationState[]).includes(state);

/** Opened again after its deadline, which is kept as a return with the reason why it is late. */
export const wasReopened = ({ returned, late }: { returned: Act | null; late: Act | null }): boolean =>
  returned !== null && late?.at === returned.at;
interface Act {
  readonly at: string;
}
