import { readFileSync } from 'node:fs';
import { z } from 'zod';

const profile = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
      children: z.array(z.int()).default([]),
    }),
  ),
  samples: z.array(z.int()),
  /** Microseconds from the sample before. */
  timeDeltas: z.array(z.number()),
});
type Frame = z.infer<typeof profile>['nodes'][number]['callFrame'];

export interface Shares {
  readonly busySeconds: number;
  /** Of the busy time, by whose code was running, dearest first. */
  readonly byPackage: readonly Share[];
  /** Of the busy time, with all that they call: the bot's own functions. */
  readonly byFunction: readonly Share[];
}
type Share = readonly [name: string, share: number];

const isIdle = ({ functionName }: Frame): boolean => ['(idle)', '(root)'].includes(functionName);
const isOwn = ({ url }: Frame): boolean => url.includes('/dist/');

function packageOf({ url, functionName }: Frame): string {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return name ?? (url.startsWith('node:') ? 'node' : url === '' ? functionName || 'node' : 'our own');
}

/** Who used the processor in the busiest so many seconds of a CPU profile. */
export function readProfile(file: string, seconds: number): Shares {
  const { nodes, samples, timeDeltas } = profile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(nodes.flatMap(({ id, children }) => children.map((child) => [child, id] as const)));
  const byPackage = new Map<string, number>();
  const byFunction = new Map<string, number>();
  const all = samples.map((node, i) => ({ node, took: timeDeltas[i + 1] ?? 0 }));
  const isBusy = ({ node }: (typeof all)[number]): boolean =>
    !isIdle(frames.get(node) ?? { functionName: '', url: '' });
  const window = busiest(
    all.map((sample) => ({ ...sample, isBusy: isBusy(sample) })),
    seconds * 1e6,
  );
  let busy = 0;
  for (const { node, took } of window.filter((sample) => sample.isBusy)) {
    busy += took;
    const stack = stackOf(node, parents).flatMap((id) => frames.get(id) ?? []);
    for (const frame of stack.slice(0, 1)) add(byPackage, packageOf(frame), took);
    for (const name of new Set(stack.filter(isOwn).map(({ functionName }) => functionName)))
      add(byFunction, name, took);
  }
  return { busySeconds: busy / 1e6, byPackage: sharesOf(byPackage, busy), byFunction: sharesOf(byFunction, busy) };
}

function busiest<T extends { took: number; isBusy: boolean }>(samples: readonly T[], length: number): readonly T[] {
  let [from, span, busy, best, bestBusy] = [0, 0, 0, [0, 0], -1];
  samples.forEach(({ took, isBusy }, to) => {
    span += took;
    busy += isBusy ? took : 0;
    for (let first = samples[from]; first !== undefined && span > length; first = samples[from]) {
      span -= first.took;
      busy -= first.isBusy ? first.took : 0;
      from += 1;
    }
    if (busy > bestBusy) [best, bestBusy] = [[from, to + 1], busy];
  });
  return samples.slice(...best);
}

function stackOf(leaf: number, parents: ReadonlyMap<number, number>): number[] {
  const stack: number[] = [];
  for (let at: number | undefined = leaf; at !== undefined; at = parents.get(at)) stack.push(at);
  return stack;
}

const add = (to: Map<string, number>, name: string, took: number): void =>
  void to.set(name, (to.get(name) ?? 0) + took);

const sharesOf = (times: ReadonlyMap<string, number>, busy: number): Share[] =>
  [...times].map(([name, took]): Share => [name || '(unnamed)', took / busy]).sort((a, b) => b[1] - a[1]);

/** For the terminal. @returns 0 */
export function printProfile([file = '', seconds = '15']: readonly string[]): number {
  const { busySeconds, byPackage, byFunction } = readProfile(file, Number(seconds));
  const lines = (shares: readonly Share[], most: number): string =>
    shares
      .slice(0, most)
      .map(([name, share]) => `${(share * 100).toFixed(1).padStart(5)} %  ${name}`)
      .join('\n');
  console.log(`${busySeconds.toFixed(1)} s busy\n\nwhose code was running\n${lines(byPackage, 20)}`);
  console.log(`\nour own functions, with all that they call\n${lines(byFunction, 40)}`);
  return 0;
}
