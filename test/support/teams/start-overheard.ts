import assert from 'node:assert/strict';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/server/start-sandbox.ts';
import { openContract } from './contract.ts';

export interface Overheard {
  /** How many calls of each operation were looked at; undefined where the contract is not at hand. */
  readonly looked: ReadonlyMap<string, number> | undefined;
  /** @throws AssertionError unless all of them, and their answers, were as the contract has them */
  requireKept(): void;
}

/** The sandbox for a real bot; stopping it throws if anything that the bot asked of the connector is not what the connector's contract allows. */
export async function startOverheard(options: SandboxOptions): Promise<Sandbox & { readonly overheard: Overheard }> {
  const sandbox = await startSandbox(options);
  const overheard = overhear(sandbox);
  const { stop } = sandbox;
  return Object.assign(sandbox, {
    overheard,
    stop: async () => {
      await stop();
      overheard.requireKept();
    },
  });
}

/** Looks at each call of the bot to the sandbox's connector, and at its answer. */
function overhear(sandbox: Sandbox): Overheard {
  const contract = openContract();
  if (contract === undefined) return { looked: undefined, requireKept: () => undefined };
  const looked = new Map<string, number>();
  const problems = new Set<string>();
  sandbox.watch((entry) => {
    if (entry.kind !== 'request') return;
    looked.set(entry.operation, (looked.get(entry.operation) ?? 0) + 1);
    for (const problem of contract(entry)) problems.add(`${entry.operation}, ${entry.status}: ${problem}`);
  });
  return { looked, requireKept: () => assert.deepEqual([...problems], []) };
}
