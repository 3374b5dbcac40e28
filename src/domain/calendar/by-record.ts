import type { MilestoneId } from './milestones.ts';

/** What the records of a round say about the work that its milestones wait for. */
export interface RecordedWork {
  /** The time to send is over. */
  readonly isOver: boolean;
  /** Dossiers that were sent back and not sent again. */
  readonly returned: number;
  /** Dossiers that may still be sent back: with the reviewer, or with the office. */
  readonly unchecked: number;
  /** Taken in, and still to be considered at a meeting of the council. */
  readonly toConsider: number;
  /** A session of the council is closed. */
  readonly hasSat: boolean;
  /** The director has agreed to what the council found, or it went to the parent department. */
  readonly hasReported: boolean;
  /** Recommended at the unit's own level, or agreed to, and not in a signed decision yet. */
  readonly toDecide: number;
  /** A decision of the unit is signed. */
  readonly hasSigned: boolean;
  /** Recommended for the parent department and not sent there yet. */
  readonly toForward: number;
  /** Something went to the parent department. */
  readonly hasForwarded: boolean;
  /** A signed decision is published. */
  readonly isPublished: boolean;
}

/**
 * Whether the records themselves say that a milestone's work is done, ticked or not: nobody is told that it is overdue. What leaves no
 * record here (the rating of the year, the ceremony, the payment, the filing) is for its owner to tick.
 */
export function isDoneByRecord(id: MilestoneId, work: RecordedWork): boolean {
  switch (id) {
    case 'supplement':
      return work.isOver && work.returned === 0 && work.unchecked === 0;
    case 'council':
      return work.hasSat;
    case 'councilReport':
      return work.hasSat && (work.hasReported || work.toDecide + work.toForward === 0);
    // The list is for remarks before the decision.
    case 'proposedList':
      return work.isPublished;
    case 'decision':
      return work.hasSat && work.toDecide === 0 && (work.hasSigned || work.toConsider === 0);
    case 'toSo':
      return work.hasSat && work.toForward === 0 && (work.hasForwarded || work.toConsider === 0);
    default:
      return false;
  }
}

/**
 * Whether a command may tick it for good. What the council still has before it may have to be decided, or sent, after all: until then the
 * records alone say how it stands, and it falls due again.
 */
export const isDoneForGood = (id: MilestoneId, work: RecordedWork): boolean =>
  isDoneByRecord(id, work) && (work.toConsider === 0 || (id !== 'decision' && id !== 'toSo'));
