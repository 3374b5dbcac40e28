import { z } from 'zod';
import type { Attachment, SuggestedAction } from '../shared/types.ts';
import type { MessagePatch } from './conversations.ts';
import { HttpProblem } from './http.ts';

/** Bytes of the serialised activity in UTF-16, over which Teams answers 413. */
const messageSizeLimit = 100 * 1024;
const attachmentLimit = 10;
const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

const attachment = z.object({
  contentType: z.string().min(1),
  content: z.json().optional(),
  contentUrl: z.string().optional(),
  name: z.string().optional(),
});

const activity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.enum(['markdown', 'plain', 'xml']).nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachment).max(attachmentLimit).nullish(),
  suggestedActions: z
    .object({ actions: z.array(z.object({ type: z.string(), title: z.string(), value: z.json().optional() })) })
    .nullish(),
});

export type BotActivity = z.infer<typeof activity>;

const newConversation = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  activity: activity.nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
});

export const problem = (status: number, code: string, message: string) =>
  new HttpProblem(status, { error: { code, message } });

/** Checks an activity as Teams does: shape, size, and that an Adaptive Card is one. */
export function readActivity(body: unknown): BotActivity {
  checkSize(body);
  const read = activity.safeParse(body);
  if (!read.success) throw problem(400, 'BadArgument', z.prettifyError(read.error));
  for (const { contentType, content } of read.data.attachments ?? []) {
    if (contentType === adaptiveCard && !isCard(content)) throw problem(400, 'BadSyntax', 'Not an Adaptive Card');
  }
  return read.data;
}

export function readNewConversation(body: unknown) {
  checkSize(body);
  const read = newConversation.safeParse(body);
  if (!read.success) throw problem(400, 'BadArgument', z.prettifyError(read.error));
  const first = read.data.activity;
  return { ...read.data, activity: first ? readActivity(first) : undefined };
}

function checkSize(body: unknown) {
  if (JSON.stringify(body).length * 2 > messageSizeLimit)
    throw problem(413, 'MessageSizeTooBig', 'Message size too large.');
}

const isCard = (content: unknown) =>
  typeof content === 'object' && content !== null && 'type' in content && content.type === 'AdaptiveCard';

/** The stored messages that an activity makes: Teams splits text and cards into two. */
export function messagesOf(posted: BotActivity): MessagePatch[] {
  const whole = patchOf(posted);
  if (!whole.text || !whole.attachments?.length) return [whole];
  return [
    { ...whole, attachments: [] },
    { ...whole, text: '' },
  ];
}

/** The content of one message; an edit is not split. */
export function patchOf(posted: BotActivity): MessagePatch {
  return {
    text: posted.text ?? '',
    textFormat: posted.textFormat ?? 'markdown',
    summary: posted.summary ?? '',
    attachments: (posted.attachments ?? []) as Attachment[],
    suggestedActions: (posted.suggestedActions?.actions ?? []).map(readSuggestion),
  };
}

const readSuggestion = (action: { type: string; title: string; value?: unknown }): SuggestedAction => ({
  type: action.type,
  title: action.title,
  value: typeof action.value === 'string' ? action.value : action.title,
});
