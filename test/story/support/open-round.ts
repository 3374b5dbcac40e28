import assert from 'node:assert/strict';
import type { Sandbox } from '../../../sandbox/server/start-sandbox.ts';

/** As the office of the sample centre does it: the launch, then the round, each asked for and confirmed. */
export async function openRound(sandbox: Pick<Sandbox, 'as'>): Promise<void> {
  const le = sandbox.as('le');
  for (const [command, verb] of [
    ['phát động', 'announce.launch'],
    ['mở đợt', 'round.open'],
  ] as const) {
    const [card] = await le.say(command);
    assert.ok(card, `no answer to ${command}`);
    const { message } = await le.click(card, verb);
    await le.click(message, verb);
  }
}
