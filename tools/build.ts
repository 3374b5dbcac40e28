import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Makes dist/, or the folder that is named: the bot that runs alone, from any folder, with Node and nothing else.
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const engine = path.dirname(createRequire(import.meta.url).resolve('@photostructure/sqlite/package.json'));

/** Bundled packages of the older form ask for Node's own modules by `require`. */
const banner =
  "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);";

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: { index: path.join(root, 'src/index.ts'), thidua: path.join(root, 'src/admin/thidua.ts') },
  // Everything of the bundle in this one folder: what stands beside it is found from any of its files.
  outdir: path.join(dist, 'bot'),
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Optional and native: restify goes on without it.
  external: ['dtrace-provider'],
  // Newer Nodes complain aloud of their own.
  alias: { punycode: createRequire(import.meta.url).resolve('punycode/') },
  banner: { js: banner },
  logLevel: 'warning',
});
cpSync(path.join(root, 'papers'), path.join(dist, 'papers'), { recursive: true });
cpSync(path.join(root, 'plans'), path.join(dist, 'plans'), { recursive: true });
cpSync(path.join(engine, 'prebuilds'), path.join(dist, 'prebuilds'), { recursive: true });

const { name, version, description, engines, scripts } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const start = scripts.start.replace('dist/', '');
const own = { start, thidua: 'node bot/thidua.js' };
const manifest = { name, version, private: true, description, type: 'module', engines, scripts: own };
writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
