import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { appPackage } from './app-package.ts';
import { notePacked } from './app-version.ts';

// Packs the Teams app: `npm run package -- NAME`, with the values of env/.env.NAME (of `dev` when none is named); the environment's own go first.
const root = fileURLToPath(new URL('..', import.meta.url));
const [name = 'dev'] = process.argv.slice(2);
const file = path.join(root, 'env', `.env.${name}`);

try {
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const folder = path.join(root, 'manifest');
  const { version, zip } = appPackage(folder, { ...written, ...Object.fromEntries(given) });
  notePacked(folder);
  const target = path.join(root, 'build', `thidua-bot-${version}-${name}.zip`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, zip);
  console.log(
    `${path.relative(process.cwd(), target)}, to be uploaded in the Teams admin center: docs/install-teams.md`,
  );
} catch (error) {
  console.error(
    `The Teams app cannot be packed with env/.env.${name} and the environment:\n${(error as Error).message}`,
  );
  process.exitCode = 1;
}
