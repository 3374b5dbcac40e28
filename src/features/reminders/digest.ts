import { isEmpty } from '../../domain/calendar/is-owed.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import type { RoundFigures } from '../../model/round/figures.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { channelOwner } from '../../records/address.ts';
import { deliveryId, deliveryRecord, outcomeOf } from '../../records/message.ts';
import { personRecord } from '../../records/person.ts';
import type { Wave } from '../../records/round.ts';
import { allLists } from './all-lists.ts';
import { areNews, type Change, changesSince, type Figures, figuresOf } from './figures.ts';
import { hasSentCollective } from './head-duties.ts';
import { unledOf } from './lists.ts';
import type { RoundClock } from './round-clock.ts';
import { type Wait, type Waiting, waitingIn, waitOf } from './waits.ts';

export interface Digest {
  readonly progress: RoundFigures;
  readonly collectives: { readonly sent: number; readonly of: number };
  /** Waiting for an opinion, by the department of whoever gives it; longest first. */
  readonly opinions: readonly (Wait & { readonly departmentId: string })[];
  /** Waiting for the office to take them in. */
  readonly intake: Wait | undefined;
  /** Sent back and not yet sent again. */
  readonly returned: Wait | undefined;
  /** Taken in and not yet before the council; told only after the deadline, before it nothing else is expected. */
  readonly council: Wait | undefined;
  /** Departments with work open whose list reaches nobody today, by name; none after the deadline, when no list goes out. */
  readonly unled: readonly string[];
  readonly figures: Figures;
  /** Day of the digest before, the last that was sent; undefined for the first. */
  readonly since: string | undefined;
  readonly changes: readonly Change[];
  /** It would say nothing. */
  readonly isEmpty: boolean;
}

/** @param wave id of the digest that this is; the one before is looked for among the earlier days */
export async function digestOf(turn: Turn, clock: RoundClock, wave: string): Promise<Digest> {
  const { figures: progress, waiting: submitted, lists } = await allLists(turn, clock);
  const [opined, sentBack, accepted] = await Promise.all([
    waitingIn(turn, clock, 'opined'),
    waitingIn(turn, clock, 'returned'),
    clock.isOver ? waitingIn(turn, clock, 'accepted') : [],
  ]);
  const writing = progress.departments.filter((department) => department.writesCollective);
  const collectives = { sent: writing.filter(hasSentCollective).length, of: writing.length };
  const before = await lastArrived(turn, clock, wave);
  const figures = figuresOf(progress.total, collectives.sent);
  const changes = changesSince(figures, before?.numbers);
  const isAnyoneMissing =
    progress.total.missing > 0 || writing.some(({ collectiveStanding }) => isMissing(collectiveStanding));
  const waiting = [submitted, opined, sentBack, accepted].some((dossiers) => dossiers.length > 0);
  const finished = !waiting && (clock.isOver || !isAnyoneMissing);
  return {
    progress,
    collectives,
    opinions: await opinionWaits(turn, submitted),
    intake: waitOf(opined),
    returned: waitOf(sentBack),
    council: waitOf(accepted),
    unled: clock.isOver ? [] : unledOf(lists),
    figures,
    since: before?.on,
    changes,
    isEmpty: isEmpty('officeDigest', {
      finished,
      declined: false,
      since: before === undefined ? 'first' : areNews(changes) ? 'changed' : 'unchanged',
    }),
  };
}

/** What is recorded of a digest that falls due now, for the next one to compare with: an empty one is not sent, and not compared with. */
export async function digestReport(
  turn: Turn,
  clock: RoundClock,
  wave: string,
): Promise<Pick<Wave, 'outcome' | 'numbers'>> {
  const digest = await digestOf(turn, clock, wave);
  return digest.isEmpty ? { outcome: 'empty', numbers: {} } : { outcome: 'sent', numbers: digest.figures };
}

/** The digest before that readers have: one that was lost on its way to a channel is none. */
async function lastArrived(turn: Turn, { waves }: RoundClock, wave: string): Promise<Wave | undefined> {
  const before = waves.filter(({ id, data }) => data.kind === 'officeDigest' && data.outcome === 'sent' && id < wave);
  for (const { id, data } of before.reverse()) {
    const post = await turn.get(deliveryRecord, digestPost(id));
    if (post === undefined || mayHaveArrived.has(outcomeOf(post.data))) return data;
  }
  return undefined;
}
/** A digest that went to the channel; those to people are many, and each arrives by itself. */
const digestPost = (wave: string): string => deliveryId(wave, 1, digestKind, channelOwner('office'));
export const digestKind = 'remind.digest';
const mayHaveArrived: ReadonlySet<string> = new Set(['delivered', 'answered', 'ambiguous', 'waiting']);

/** A department waits for the opinion of whoever belongs to it now; for nobody's, the candidate's does. */
async function opinionWaits(turn: Turn, submitted: readonly Waiting[]): Promise<(Wait & { departmentId: string })[]> {
  const reviewers = await turn.getMany(personRecord, submitted.map(({ reviewer }) => reviewer).filter(Boolean));
  const waiting = new Map<string, Waiting[]>();
  for (const wait of submitted) {
    const at = reviewers.get(wait.reviewer)?.data.departmentId ?? wait.departmentId;
    const known = waiting.get(at);
    if (known === undefined) waiting.set(at, [wait]);
    else known.push(wait);
  }
  return [...waiting]
    .flatMap(([departmentId, parts]) => {
      const wait = waitOf(parts);
      return wait === undefined ? [] : [{ ...wait, departmentId }];
    })
    .sort((a, b) => a.since.toMillis() - b.since.toMillis());
}
