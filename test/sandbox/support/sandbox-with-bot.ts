import type { TurnContext } from 'botbuilder';
import { movableClock } from '../../../sandbox/clock.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/server/start-sandbox.ts';
import { startEchoBot } from './echo-bot.ts';

/** A sandbox of the sample centre with a bot; stop both through `stop`. */
export async function sandboxWithBot(
  onTurn: (context: TurnContext) => Promise<unknown>,
  options: Partial<SandboxOptions> = {},
) {
  const bot = await startEchoBot(onTurn);
  const clock = options.clock ?? movableClock('2026-10-26T08:00');
  const sandbox = await startSandbox({ clock, botUrl: bot.url, ...options });
  return {
    sandbox,
    bot,
    async stop() {
      await sandbox.stop();
      await bot.stop();
    },
  };
}

/** A request to the connector as a bot makes it. */
export async function callTo({ serviceUrl }: Sandbox, method: string, path: string, body?: unknown) {
  const response = await fetch(`${serviceUrl}v3/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

export const isMessage = ({ activity }: TurnContext) => activity.type === 'message';

/** Answers every typed message with its text. */
export const echo = async (context: TurnContext) => {
  if (isMessage(context) && context.activity.text) await context.sendActivity(`Anh/chị viết: ${context.activity.text}`);
};

export const cardMessage = (content: object, summary = '') => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

export const card = (body: object[], actions: object[] = []) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
