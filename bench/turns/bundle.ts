import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

const made = new Map<string, Promise<string>>();

/** Bundles our own code of a program, once; packages stay where they are, the same for all. @returns the file to run */
export function bundled(source: string): Promise<string> {
  const known = made.get(source) ?? bundle(source);
  made.set(source, known);
  return known;
}

async function bundle(source: string): Promise<string> {
  // Two folders deep, like the sources: what they read beside themselves is found the same way.
  const outfile = path.join(root, 'dist/bench', `${path.basename(source, '.ts')}.js`);
  await build({
    entryPoints: [path.join(root, source)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}
