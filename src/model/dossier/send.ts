import type { DateTime } from 'luxon';
import { addWorkingDays } from '../../domain/calendar/calendar.ts';
import { moved, wasReopened } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { personOf } from '../people/people.ts';
import { closesAt } from '../round/round.ts';
import type { Dossier } from './dossier.ts';
import { askFormer } from './former.ts';
import { oweNumber } from './number.ts';
import { opinersOf } from './opiners.ts';
import { originalOf } from './paper.ts';
import { redraw } from './redraw.ts';
import { reviewerFor } from './reviewer.ts';
import { askReviewer } from './tell.ts';

export interface Sending {
  readonly by: string;
  readonly at: DateTime;
  /** Why the office takes it in after the deadline; absent for a dossier sent in time. */
  readonly lateReason?: string;
  /** As it was typed when it was sent; absent where nobody was asked. */
  readonly summary?: string | undefined;
}

/**
 * What sending a dossier writes: the record as sent, the request to whoever gives the opinion, and the refresh of cards that show it.
 * The same for the candidate in time and for the office afterwards. Whether it may be sent (authority, deadline, completeness, consent)
 * is for the command to decide before.
 * @throws CodedError WRONG_STATE, NOTHING_TO_SHOW
 */
export async function sendDossier(
  turn: Turn,
  dossier: Dossier,
  sending: Sending,
): Promise<{ nomination: Nomination; changes: Change[] }> {
  const { nomination: loaded, candidate, plan } = dossier;
  if (loaded === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { at, by, lateReason, summary } = sending;
  const reviewerId = await reviewerFor(turn, candidate);
  const gender = candidate.kind === 'person' ? (await personOf(turn, candidate.id)).data.gender : '';
  const act = { by, at: stamp(at) };
  // Where nobody holds the post the opinion is due at once, so that the dossier goes on, marked.
  const dueAt = reviewerId === null ? at : addWorkingDays(at, plan.settings.headOpinionWorkingDays, plan);
  const nomination: Nomination = {
    ...loaded.data,
    state: moved(loaded.data.state, lateReason === undefined ? 'submit' : 'submitLate'),
    departmentId: candidate.departmentId,
    snapshot: {
      name: candidate.name,
      title: candidate.title,
      gender,
      departmentName: candidate.departmentName,
      reviewerId,
    },
    submitted: act,
    ...(lateReason === undefined ? latenessOf(dossier, loaded.data, at) : { late: { ...act, reason: lateReason } }),
    opinionDueAt: stamp(dueAt),
    opinion: null,
    accepted: null,
    originalReceivedOn: loaded.data.originalReceivedOn ?? originalOf(dossier),
    ...(summary === undefined ? {} : { summary }),
  };
  const { acts } = await opinersOf(turn, nomination);
  const sent = { at, before: loaded, after: nomination, acts };
  return {
    nomination,
    changes: [
      replace(nominationRecord, loaded, nomination),
      ...(dossier.number === undefined
        ? [oweNumber(turn.scope, { round: loaded.data.round, candidate: candidate.id, sentAt: act.at })]
        : []),
      ...askReviewer(turn.scope, sent, plan),
      ...(await askFormer(turn, loaded, nomination)),
      ...redraw(turn.scope, sent),
    ],
  };
}

/**
 * What is sent within everyone's time is not late, also where the office had opened it again before it gave that time to all. Sent for the
 * first time after it, in the time of this candidate alone, it is, with the reason of that; sent back, one in time stays in time. What comes from
 * a paper that came in in time is as good as sent then.
 */
function latenessOf(
  { plan, round, extension, paper }: Dossier,
  { late, returned, submitted }: Nomination,
  at: DateTime,
): Pick<Nomination, 'late' | 'returned'> {
  const given = submitted === null ? (extension?.data.given ?? null) : null;
  const closes = closesAt(plan, round.data);
  const cameInTime = paper !== undefined && paper.data.receivedOn <= closes.toFormat('yyyy-MM-dd');
  if (at > closes && !cameInTime) return { late: late ?? given, returned };
  return { late: null, returned: wasReopened({ late, returned }) ? null : returned };
}
