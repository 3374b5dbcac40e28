import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('../page/', import.meta.url);

/** Bundles the page in memory; there is no build step and no file is written. */
export async function buildPage() {
  const [html, icon, bundle] = await Promise.all([
    readFile(new URL('index.html', folder), 'utf8'),
    readFile(new URL('icon.svg', folder), 'utf8'),
    build({
      entryPoints: { page: fileURLToPath(new URL('main.tsx', folder)) },
      bundle: true,
      write: false,
      outdir: 'out',
      format: 'esm',
      target: 'es2022',
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    }),
  ]);
  const text = (ending: string) => bundle.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { html, icon, script: text('.js'), style: text('.css') };
}
