import type { DateTime } from 'luxon';
import { type MovableClock, movableClock } from '../../../sandbox/clock.ts';
import { startBot } from '../../../sandbox/start-bot.ts';
import { unhurried } from '../../support/patience.ts';
import { type OldDocument, unpack } from './old-folder.ts';
import { startTeamsService } from './teams-service.ts';

/** A button of a card that the bot posted in its time. */
export interface Click {
  /** A person's id. */
  readonly by: string;
  /** The conversation that has the card: the person's own, or a channel. */
  readonly conversation: string;
  readonly activity: string;
  readonly verb: string;
  /** As the card carries it, with what is typed. */
  readonly data: unknown;
}

/**
 * Clicks one after the other on a fresh copy of a folder, before anything in it is due. What the clicks owe is never sent: a second bot whose
 * clock is behind holds the lease, so that no answer depends on how far the sender has come.
 * @returns of each answer what it is: `card`, or the code of the refusal
 */
export async function clickAll(world: string, at: string, clicks: readonly Click[]): Promise<string[]> {
  const service = await startTeamsService();
  const folder = unpack(world, service.url);
  const documents = folder.documents();
  const clock = stopped(movableClock(at).now());
  const holder = await startBot({ port: 0, clock: stopped(clock.now().minus({ hours: 1 })), env: folder.env });
  const bot = await startBot({ port: 0, clock, env: folder.env, ...unhurried });
  const answers: string[] = [];
  try {
    for (const click of clicks) {
      const body = JSON.stringify({
        ...activityOf(click, documents, service.url),
        timestamp: clock.now().toUTC().toISO(),
      });
      const answer = await fetch(bot.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      answers.push(kindOf((await answer.json()) as Answer));
    }
    return answers;
  } finally {
    await bot.stop();
    await holder.stop();
    await service.close();
    folder.remove();
  }
}

interface Answer {
  readonly type: string;
  readonly value: unknown;
}
const code = /\((?:Mã|Code): ([A-Z_]+)\)/;
const kindOf = ({ type, value }: Answer): string =>
  code.exec(JSON.stringify(value))?.[1] ?? (type.endsWith('card.adaptive') ? 'card' : 'message');

/** However long the clicks take, the cards speak of one minute. */
const stopped = (at: DateTime): MovableClock => ({ ...movableClock(at), now: () => at });

function activityOf(click: Click, documents: readonly OldDocument[], serviceUrl: string) {
  const person = documents.find(({ id }) => id === click.by);
  const address = documents.find(({ id }) => id === `address:${click.by}`);
  const isOwn = address?.data.conversationId === click.conversation;
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl,
    from: { id: address?.data.userId, aadObjectId: person?.data.aadObjectId },
    recipient: { id: '28:bot' },
    conversation: { id: click.conversation, conversationType: isOwn ? 'personal' : 'channel' },
    channelData: { tenant: { id: 'local' } },
    replyToId: click.activity,
    value: { action: { type: 'Action.Execute', verb: click.verb, data: click.data } },
  };
}
