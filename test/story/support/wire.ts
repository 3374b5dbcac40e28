import { randomUUID } from 'node:crypto';
import { dataOf, findAction, type InputValues } from '../../../sandbox/card-reading.ts';
import type { SeenMessage } from '../../../sandbox/seen.ts';
import type { Sandbox } from '../../../sandbox/server/start-sandbox.ts';
import { botAccount, tenantId } from '../../../sandbox/server/tenant.ts';
import type { JsonObject } from '../../../sandbox/shared/types.ts';

export type WireActivity = Record<string, unknown>;

/** A personal activity as Teams would post it for this person; `more` replaces fields, `undefined` leaves them out. */
export function activityOf(sandbox: Sandbox, key: string, more: WireActivity = {}): WireActivity {
  const person = sandbox.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`no ${key} in the sample centre`);
  return {
    type: 'message',
    id: `f:${randomUUID()}`,
    timestamp: sandbox.clock.now().toUTC().toISO(),
    serviceUrl: sandbox.serviceUrl,
    channelId: 'msteams',
    from: { id: person.mri, name: person.fullName, aadObjectId: person.aadObjectId },
    recipient: botAccount,
    conversation: { conversationType: 'personal', tenantId, id: person.chatId },
    channelData: { tenant: { id: tenantId } },
    ...more,
  };
}

/** The activity of a click, to be posted by the test itself: the sandbox's own click waits until the chat is quiet. */
export function clickOf(
  sandbox: Sandbox,
  key: string,
  click: { message: SeenMessage; verb: string; inputs?: InputValues },
): WireActivity {
  const { message, verb, inputs = {} } = click;
  const card: JsonObject = message.card ?? {};
  const data = dataOf(findAction(card, 'Action.Execute', verb, {}), inputs);
  return activityOf(sandbox, key, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    replyToId: message.id,
  });
}

export const postTo = (url: string, activity: WireActivity): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(activity),
  });
