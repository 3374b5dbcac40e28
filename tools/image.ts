import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Makes the image of dist/: `npm run image -- --build-arg BASE=registry.example.vn/node:24` hands on what follows to the program that builds.
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const { version } = JSON.parse(readFileSync(path.join(dist, 'package.json'), 'utf8')) as { version: string };

/** They take the same words. */
const builders = ['buildah', 'podman', 'docker'];
const builder = builders.find((each) => spawnSync(each, ['--version']).status === 0);
if (builder === undefined) throw new Error(`one of these has to be installed: ${builders.join(', ')}`);

const recipe = path.join(root, 'infra/container/Containerfile');
const words = ['--file', recipe, '--build-arg', `VERSION=${version}`, '--tag', `thidua-bot:${version}`];
const { status } = spawnSync(builder, ['build', ...words, ...process.argv.slice(2), dist], { stdio: 'inherit' });
process.exitCode = status ?? 1;
