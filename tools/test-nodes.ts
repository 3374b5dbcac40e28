import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';

// Runs the tests on the other Nodes that the bot may run on. `npm run test:nodes -- 'test/adapters/**/*.spec.ts'` runs some of them.
const versions = ['22', '24'];
const [specs = 'test/**/*.spec.ts'] = process.argv.slice(2);
const onWindows = process.platform === 'win32';

/** Its program, from the npm registry's package, which npm keeps in its own cache. @returns undefined when it cannot be had */
function nodeOf(version: string): string | undefined {
  try {
    const where = ['--yes', `node@${version}`, '--print', 'process.execPath'];
    return execFileSync('npx', where, { encoding: 'utf8', shell: onWindows }).trim();
  } catch (error) {
    console.log(`Node ${version} is skipped, since it cannot be had: ${(error as Error).message.split('\n')[0]}`);
    return undefined;
  }
}

for (const version of versions) {
  const node = nodeOf(version);
  if (node === undefined) continue;
  const release = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`The tests on Node ${release}:`);
  // First in the path, for the builds and bots that tests start.
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  const { status } = spawnSync(node, ['node_modules/mocha/bin/mocha.js', specs], { stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}
