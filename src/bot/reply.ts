import type { TurnContext } from 'botbuilder';
import type { DateTime } from 'luxon';
import { stamp } from '../ports/commit.ts';
import { load, put, remove } from '../ports/documents.ts';
import type { Message } from '../ports/messenger.ts';
import type { Shown } from '../ports/pages.ts';
import type { Store } from '../ports/store.ts';
import { mirrorId, mirrorRecord, type PageRef } from '../records/message.ts';
import type { Scope } from '../records/record.ts';
import type { Incoming } from './incoming.ts';

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

export const asActivity = (message: Message) => ({
  type: 'message',
  summary: message.summary,
  attachments: [{ contentType: adaptiveCard, content: message.card }],
});

const invokeResponse = (type: string, value: unknown) => ({
  type: 'invokeResponse',
  value: { status: 200, body: { statusCode: 200, type, value } },
});

/** The card that was clicked is replaced for this client; the service keeps the old one, hence the mirror. */
export const answerWithCard = (context: TurnContext, message: Message) =>
  context.sendActivity(invokeResponse(adaptiveCard, message.card));

/** A sentence, and the card stays as it is with everything typed into it. */
export const answerWithText = (context: TurnContext, text: string) =>
  context.sendActivity(invokeResponse('application/vnd.microsoft.activity.message', text));

export interface Posted {
  readonly store: Store;
  readonly scope: Scope;
  readonly incoming: Incoming;
  readonly owner: string;
  /** The message that now shows the page. */
  readonly activityId: string;
  readonly page: PageRef;
  readonly shown: Shown;
  readonly composedAt: DateTime;
  /** The service still holds what the message showed before: it must be updated. */
  readonly outdated: boolean;
}

/** The update takes away the sentence above the card (what was just done): leave time to read it. */
const readingTime = { seconds: 5 };

/** From now on the message is kept in step with what it shows, or no longer, when it shows a form or nothing that changes. */
export async function keepInStep(posted: Posted): Promise<void> {
  const { store, scope, incoming, activityId, shown } = posted;
  if (!incoming.personal || activityId === '') return;
  const id = mirrorId(incoming.conversationId, activityId);
  const known = await load(store, scope.unit, mirrorRecord, id);
  if (shown.subject === '' && known === undefined) return;
  const mirror = {
    subject: shown.subject,
    to: posted.owner,
    conversationId: incoming.conversationId,
    activityId,
    show: posted.page,
    delivery: known?.data.delivery ?? '',
    updatedAt: stamp(posted.composedAt),
    dueAt: posted.outdated ? stamp(posted.composedAt.plus(readingTime)) : null,
  };
  const change =
    shown.subject === '' && known !== undefined ? remove(known) : put(mirrorRecord, { ...scope, id }, known, mirror);
  await store.commit(scope.unit, [change]);
}
