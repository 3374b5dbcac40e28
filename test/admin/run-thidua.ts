import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildBot } from '../story/support/child-bot.ts';

/** The administrator's command, as it is built, in a process of its own. @returns its exit code and all that it wrote */
export async function thidua(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['bot/thidua.js', ...args], {
    cwd: buildBot(),
    env: { PATH, NODE_V8_COVERAGE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}
