import { fork } from 'node:child_process';
import { once } from 'node:events';
import { bundled } from './bundle.ts';
import type { Stage, StageTimes } from './load.ts';
import type { Microsoft } from './microsoft.ts';
import type { ScenarioName } from './scenarios.ts';

interface To {
  readonly url: string;
  readonly tokens: 'channel' | 'entra';
  readonly isEcho: boolean;
  readonly people: number;
  readonly aheadMs: number;
}

export type Ask =
  | { readonly kind: 'prepare'; readonly to: To }
  | { readonly kind: 'stage'; readonly to: To; readonly name: ScenarioName; readonly stage: Stage }
  | { readonly kind: 'sample'; readonly to: To; readonly name: ScenarioName };
export type Told =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'times'; readonly times: StageTimes }
  | { readonly kind: 'body'; readonly body: string };
type Failed = { readonly kind: 'failed'; readonly why: string };

export interface LoadProcess {
  readonly microsoft: Pick<Microsoft, 'url' | 'metadataUrl'>;
  prepare(to: To): Promise<void>;
  stage(to: To, name: ScenarioName, stage: Stage): Promise<StageTimes>;
  /** One turn by itself. @returns its answer */
  sample(to: To, name: ScenarioName): Promise<string>;
  stop(): void;
}

/** Starts the process that speaks to the bots and stands for the services around them. */
export async function startLoad(): Promise<LoadProcess> {
  const child = fork(await bundled('bench/turns/load-child.ts'), [], { serialization: 'advanced' });
  const [microsoft] = (await once(child, 'message')) as [LoadProcess['microsoft']];

  async function ask(what: Ask): Promise<Told> {
    child.send(what);
    const [told] = (await once(child, 'message')) as [Told | Failed];
    if (told.kind === 'failed') throw new Error(told.why);
    return told;
  }
  return {
    microsoft,
    prepare: async (to) => void (await ask({ kind: 'prepare', to })),
    async stage(to, name, stage) {
      const told = await ask({ kind: 'stage', to, name, stage });
      return (told as Extract<Told, { kind: 'times' }>).times;
    },
    async sample(to, name) {
      const told = await ask({ kind: 'sample', to, name });
      return (told as Extract<Told, { kind: 'body' }>).body;
    },
    stop: () => child.disconnect(),
  };
}

/** The other end: answers one ask after another. */
export function asksOf(own: NodeJS.Process, answer: (ask: Ask) => Promise<Told>): void {
  own.on('message', (ask: Ask) => {
    answer(ask).then(
      (told) => own.send?.(told),
      (error: unknown) => own.send?.({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  });
}
