import type { Pace } from '../../delivery/send/pace.ts';
import type { Machine, OfficeOf } from '../../pipeline/machine.ts';
import type { Lease } from '../../ports/lease.ts';
import type { Messenger, PostOutcome } from '../../ports/messenger.ts';

/** What reading the members of teams takes. */
export interface ReadTeamDeps {
  readonly machine: Machine;
  readonly officeOf: OfficeOf;
  readonly messenger: Pick<Messenger, 'members' | 'reopen'>;
  readonly pace: Pick<Pace, 'turn' | 'hold'>;
  readonly lease: Pick<Lease, 'remainingMs'>;
  readonly random: () => number;
  /** Told each answer of the service. */
  readonly hear: (outcome: PostOutcome) => void;
}
