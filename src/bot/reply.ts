import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { Message } from '../ports/messenger.ts';
import type { Locale } from '../ports/pages.ts';

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

export const asActivity = (message: Message) => ({
  type: 'message',
  summary: message.summary,
  attachments: [{ contentType: adaptiveCard, content: message.card }],
});

const response = (type: string, value: unknown, statusCode = 200): InvokeResponse => ({
  status: 200,
  body: { statusCode, type, value },
});
const errorResponse = (message: string): InvokeResponse =>
  response('application/vnd.microsoft.error', { code: 'BadRequest', message }, 400);
const textResponse = (text: string): InvokeResponse => response('application/vnd.microsoft.activity.message', text);

const invokeResponse = (value: InvokeResponse) => ({ type: 'invokeResponse', value });

/** The card that was clicked is replaced for this client; the service keeps the old one, hence the mirror. */
export const answerWithCard = (context: TurnContext, message: Message) =>
  context.sendActivity(invokeResponse(response(adaptiveCard, message.card)));

/** A sentence, and the card stays as it is with everything typed into it. */
export const answerWithText = (context: TurnContext, text: string) =>
  context.sendActivity(invokeResponse(textResponse(text)));

/** To a client that asked by itself: it goes on showing the card that it has, and says nothing of this to its reader. */
export const answerWithError = (context: TurnContext, message: string) =>
  context.sendActivity(invokeResponse(errorResponse(message)));

/** To a click whose work takes longer than its client waits. */
export const stillAtWork =
  (textIn: (locale: Locale) => string) =>
  ({ value }: { value?: unknown }, locale: Locale): InvokeResponse =>
    (Object(value).trigger === 'automatic' ? errorResponse : textResponse)(textIn(locale));
