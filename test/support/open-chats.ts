import type { TurnContext } from 'botbuilder';
import { openExchange } from '../../src/bot/in-time.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { create } from '../../src/ports/documents.ts';
import type { Card } from '../../src/ports/messenger.ts';
import type { Store } from '../../src/ports/store.ts';
import { aadKeyId, aadKeyRecord } from '../../src/records/key.ts';
import { fakeMessenger } from './fake-messenger.ts';
import { dispatch, everyone, type Office, person, scope } from './office.ts';

/** A button of a card in somebody's chat with the bot. */
export interface Press {
  readonly messageId: string;
  readonly verb: string;
  readonly data: object;
  /** `submit`: of a client without Universal Actions. */
  readonly by?: 'execute' | 'submit';
  readonly chat?: 'personal' | 'channel';
}
/** What came back: in the exchange of the click, and as new messages. */
export interface Reaction {
  readonly card?: Card;
  readonly text?: string;
  readonly posted: readonly Card[];
}

/** Everybody's personal chat, with the real turns behind it. Teams takes every message, or fails each post with `fails`. */
export async function openChats(office: Office, store: Store = office.store) {
  await office.store.commit(
    scope.unit,
    everyone.map((key) => create(aadKeyRecord, scope, aadKeyId(scope.tenant, `aad-${key}`), { personId: person(key) })),
  );
  return chatsWith(office, store);
}

/** The same chats as one process answers in them. */
function chatsWith(office: Office, store: Store) {
  const teams: { fails?: number | undefined } = {};
  const turn = createTurn({
    machine: { ...office.machine, store },
    officeOf: office.officeOf,
    pages: office.book,
    dispatch,
    messenger: fakeMessenger().messenger,
    pace: { reply: async () => undefined },
    pause: async () => undefined,
  });
  let ids = 0;
  return {
    teams,
    /** Another process on the same store. */
    beside: () => chatsWith(office, store),
    async press(who: string, { messageId, verb, data, by = 'execute', chat = 'personal' }: Press): Promise<Reaction> {
      const posted: Card[] = [];
      let answer: { type: string; value: unknown } | undefined;
      ids += 1;
      const sendActivity = async (out: { type: string; value?: unknown; attachments?: { content: Card }[] }) => {
        if (out.type === 'invokeResponse') answer = (out.value as { body: typeof answer }).body;
        else if (teams.fails !== undefined) throw Object.assign(new Error('Teams'), { statusCode: teams.fails });
        else posted.push(out.attachments?.[0]?.content ?? {});
        return { id: `posted${ids}` };
      };
      const asks =
        by === 'submit'
          ? { type: 'message', value: { verb, ...data } }
          : { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } } };
      const activity = {
        ...{ id: `f:${ids}`, channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', replyToId: messageId, ...asks },
        from: { id: `29:${who}`, aadObjectId: `aad-${who}` },
        recipient: { id: '28:bot' },
        conversation: { id: chat === 'personal' ? `a:${who}` : '19:channel', conversationType: chat },
      };
      await turn({ activity, sendActivity } as unknown as TurnContext, openExchange());
      if (answer === undefined) return { posted };
      const isCard = answer.type.endsWith('card.adaptive');
      return isCard ? { card: answer.value as Card, posted } : { text: String(answer.value), posted };
    },
  };
}
