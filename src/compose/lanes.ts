import { mirrorStep, refreshStep } from '../delivery/mirror/mirror.ts';
import { oldCardsStep } from '../delivery/mirror/old-cards.ts';
import type { Pace } from '../delivery/send/pace.ts';
import type { createSender } from '../delivery/send/sender.ts';
import { createRecallStep, recallSpreadStep } from '../delivery/spread/recall.ts';
import { watchStep } from '../delivery/spread/watch.ts';
import { createLetIn } from '../jobs/accounts/let-in.ts';
import { createInstallStep } from '../jobs/install/install-step.ts';
import { dueLane } from '../jobs/lanes.ts';
import { parallelLane } from '../jobs/parallel-lane.ts';
import { purgeFiles } from '../jobs/purge-files.ts';
import type { Lane } from '../jobs/runner.ts';
import { createTeamStep } from '../jobs/team/read-team.ts';
import type { Capability } from '../pipeline/capability.ts';
import { laneStep } from '../pipeline/lane.ts';
import type { Machine, OfficeOf } from '../pipeline/machine.ts';
import { createSpreadStep } from '../pipeline/spread.ts';
import type { Installer } from '../ports/installer.ts';
import type { Lease } from '../ports/lease.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Pages } from '../ports/pages.ts';
import type { Stored } from '../ports/store.ts';

/** Chat comes between the steps of what concerns many people: 20 documents each, and still several times what the pace lets out. */
const stepRestMs = 50;
/** Redraws and recalls under way; fewer than the sender has, which goes first. */
const redrawnAtOnce = 8;
const recallsAtOnce = 10;
/** Looks for outdated cards under way: each writes a little, and what they write at the same moment waits for the disk once. */
const looksAtOnce = 8;

export interface LaneDeps {
  readonly machine: Machine;
  readonly officeOf: OfficeOf;
  readonly features: readonly Capability[];
  readonly sender: ReturnType<typeof createSender>;
  readonly messenger: Messenger;
  readonly pages: Pages;
  readonly pace: Pace;
  readonly lease: Lease;
  /** Where it is configured. */
  readonly installer: Installer | undefined;
}

/** Everything that falls due, of whatever unit: what delivery owes by itself, and the lanes that capabilities have declared. */
export function lanesOf({
  machine,
  officeOf,
  features,
  sender,
  messenger,
  pages,
  pace,
  lease,
  installer,
}: LaneDeps): Lane[] {
  const { store, clock, log } = machine;
  const sweep = { store, clock, log };
  const mirrors = { store, messenger, pages, pace, lease, clock, hear: sender.hear };
  const looks = { ...sweep, atOnce: looksAtOnce, handle: (stored: Stored) => refreshStep(mirrors, stored) };
  const spreadStep = createSpreadStep(
    machine,
    officeOf,
    features.flatMap(({ spreads }) => spreads),
  );
  return [
    dueLane({ ...sweep, lane: 'spread', everyMs: 1_000, restMs: stepRestMs, handle: spreadStep }),
    { name: 'send', serves: ['send', 'sendUrgent'], run: sender.step, idle: () => sender.idle() },
    dueLane({ ...looks, lane: 'refresh', everyMs: 1_000 }),
    dueLane({ ...looks, lane: 'refreshLate', everyMs: 5_000 }),
    // Before the redraws, which would take a person's whole pace as long as something changes.
    dueLane({
      ...sweep,
      lane: 'recall',
      everyMs: 1_000,
      atOnce: recallsAtOnce,
      handle: createRecallStep({ store, messenger, clock, pace, lease, random: Math.random, hear: sender.hear }),
    }),
    dueLane({
      ...sweep,
      lane: 'mirror',
      everyMs: 1_000,
      atOnce: redrawnAtOnce,
      handle: (stored) => mirrorStep(mirrors, stored),
    }),
    dueLane({
      ...sweep,
      lane: 'team',
      everyMs: 5_000,
      handle: createTeamStep({ machine, officeOf, messenger, pace, lease, random: Math.random, hear: sender.hear }),
    }),
    dueLane({ ...sweep, lane: 'account', everyMs: 1_000, handle: createLetIn(machine, officeOf) }),
    ...(installer === undefined
      ? []
      : [
          dueLane({
            ...sweep,
            lane: 'install',
            everyMs: 1_000,
            handle: createInstallStep({ machine, officeOf, installer, lease, random: Math.random }),
          }),
        ]),
    dueLane({
      ...sweep,
      lane: 'oldCards',
      everyMs: 60_000,
      restMs: stepRestMs,
      handle: (stored) => oldCardsStep({ store, clock }, stored),
    }),
    purgeFiles({ store, files: machine.files, kept: features.flatMap(({ keeps }) => keeps), log }),
    dueLane({ ...sweep, lane: 'watch', everyMs: 1_000, handle: (stored) => watchStep({ store, clock }, stored) }),
    dueLane({
      ...sweep,
      lane: 'recallSpread',
      everyMs: 1_000,
      restMs: stepRestMs,
      handle: (stored) => recallSpreadStep({ store, clock }, stored),
    }),
    ...features
      .flatMap(({ lanes }) => lanes)
      .map((def) => {
        const { lane, everyMs, parallel } = def;
        const work = { ...sweep, lane, everyMs, handle: laneStep(machine, officeOf, def) };
        return parallel === undefined
          ? dueLane(work)
          : parallelLane({ ...work, ...parallel, wake: () => machine.wake(new Set([lane])) });
      }),
  ];
}
