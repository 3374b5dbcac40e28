import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/server/start-sandbox.ts';
import { overhear } from './overhear.ts';

/** The sandbox for a real bot; stopping it throws if anything that the bot asked of the connector is not what the connector's contract allows. */
export async function startOverheard(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  const overheard = overhear(sandbox);
  const { stop } = sandbox;
  return Object.assign(sandbox, {
    stop: async () => {
      await stop();
      overheard.requireKept();
    },
  });
}
