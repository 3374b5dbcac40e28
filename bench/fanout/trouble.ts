import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import type { NewFault } from '../../sandbox/shared/types.ts';

const kinds: readonly Omit<NewFault, 'percent' | 'operations'>[] = [
  { kind: 'throttle' },
  { kind: 'precondition' },
  { kind: 'badGateway' },
  { kind: 'unavailable' },
  { kind: 'gatewayTimeout', after: true },
  { kind: 'lostResponse' },
  { kind: 'reset' },
  { kind: 'slow', delay: 2_000 },
];

/** So many per cent of the bot's sends go wrong, of each kind as many: before delivery, after it, or late. */
export function addFaults(sandbox: Sandbox, percent: number): void {
  let passed = 1;
  for (const fault of kinds) {
    // A request is shown to one rule after the other: the later ones see only what the earlier ones let pass.
    const share = percent / kinds.length / passed;
    sandbox.faults.add({ ...fault, percent: share, operations: ['send'] });
    passed -= percent / kinds.length / 100;
  }
}

/** After how many messages of the launch the bot is killed: anywhere between the first and the last. */
export function killPoints(kills: number, people: number, roll: () => number): number[] {
  return Array.from({ length: kills }, () => 1 + Math.floor(roll() * (people - 2))).sort((a, b) => a - b);
}
