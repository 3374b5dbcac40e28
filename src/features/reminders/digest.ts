import { DateTime } from 'luxon';
import { isSent, type NominationState } from '../../domain/nomination.ts';
import { list, load } from '../../ports/documents.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Deps } from '../context.ts';
import { type Progress, progressOf } from '../progress.ts';
import { writesCollective } from './head-duties.ts';
import type { RoundClock } from './round-clock.ts';

/** The figures whose change since the last digest is told, in this order. */
const digestFigures = ['finished', 'asks', 'declines', 'sent', 'returned', 'accepted'] as const;
export type DigestFigure = (typeof digestFigures)[number];

/** Dossiers that wait for one department's people. */
export interface Wait {
  readonly departmentId: string;
  readonly count: number;
  /** Since when the one that has waited longest does. */
  readonly since: DateTime;
}

export interface Digest {
  readonly progress: Progress;
  readonly collectives: { readonly sent: number; readonly of: number };
  /** Waiting for an opinion, by the department of whoever gives it; longest first. */
  readonly opinions: readonly Wait[];
  /** Waiting for the office to take them in. */
  readonly intake: Wait | undefined;
  /** Sent back and not yet sent again. */
  readonly returned: number;
  /** The digest before, if there was one: its day and what it reported. */
  readonly before: { readonly on: string; readonly numbers: Readonly<Record<string, number>> } | undefined;
}

const figuresOf = ({ total }: Progress): Record<DigestFigure, number> =>
  Object.fromEntries(digestFigures.map((figure) => [figure, total[figure]])) as Record<DigestFigure, number>;

/** What a digest sent now reports, kept with its wave for the next one. */
export async function digestNumbers(deps: Deps, clock: RoundClock): Promise<Record<DigestFigure, number>> {
  return figuresOf(await progressOf(deps, clock.round, { at: clock.now }));
}

/** How much each figure has changed since the digest before; only those that have. */
export const changesSince = ({ progress, before }: Digest): { figure: DigestFigure; by: number }[] => {
  const now = figuresOf(progress);
  return digestFigures
    .map((figure) => ({ figure, by: now[figure] - (before?.numbers[figure] ?? 0) }))
    .filter(({ by }) => by !== 0);
};

/** @param wave id of the digest that this is; the one before is looked for among the earlier days */
export async function digestOf(deps: Deps, clock: RoundClock, wave: string): Promise<Digest> {
  const progress = await progressOf(deps, clock.round, { at: clock.now });
  const [submitted, opined] = await Promise.all([inState(deps, clock, 'submitted'), inState(deps, clock, 'opined')]);
  const before = clock.waves
    .filter(({ id, data }) => data.kind === 'officeDigest' && data.outcome === 'sent' && id < wave)
    .at(-1)?.data;
  const collectives = { sent: 0, of: 0 };
  for (const department of progress.departments) {
    if (!(await writesCollective(deps, clock, department))) continue;
    collectives.of += 1;
    if (department.collective !== null && isSent(department.collective)) collectives.sent += 1;
  }
  return {
    progress,
    collectives,
    opinions: await opinionWaits(deps, clock, submitted),
    intake: waitOf(
      '',
      opined.map((nomination) => instantOf(clock, nomination.data.opinion?.at)),
    ),
    returned: progress.total.returned,
    before: before && { on: before.on, numbers: before.numbers },
  };
}

const inState = (deps: Deps, clock: RoundClock, state: NominationState): Promise<Loaded<Nomination>[]> =>
  list(deps.store, {
    unit: deps.scope.unit,
    type: nominationRecord,
    where: { field: 'state', equals: `${clock.round.data.round}:${state}` },
  });

const instantOf = ({ plan, now }: RoundClock, iso: string | undefined): DateTime =>
  iso === undefined ? now : DateTime.fromISO(iso, { zone: plan.zone });

function waitOf(departmentId: string, instants: readonly DateTime[]): Wait | undefined {
  const since = DateTime.min(...instants);
  return since === undefined ? undefined : { departmentId, count: instants.length, since };
}

async function opinionWaits(deps: Deps, clock: RoundClock, submitted: readonly Loaded<Nomination>[]): Promise<Wait[]> {
  const reviewers = new Map<string, string>();
  const waiting = new Map<string, DateTime[]>();
  for (const { data } of submitted) {
    const reviewerId = data.snapshot?.reviewerId ?? '';
    if (reviewerId !== '' && !reviewers.has(reviewerId)) {
      const reviewer = await load(deps.store, deps.scope.unit, personRecord, reviewerId);
      reviewers.set(reviewerId, reviewer?.data.departmentId ?? data.departmentId);
    }
    const departmentId = reviewers.get(reviewerId) ?? data.departmentId;
    const instants = waiting.get(departmentId) ?? [];
    waiting.set(departmentId, [...instants, instantOf(clock, data.submitted?.at)]);
  }
  return [...waiting]
    .flatMap(([departmentId, instants]) => waitOf(departmentId, instants) ?? [])
    .sort((a, b) => a.since.toMillis() - b.since.toMillis());
}
