import { z } from 'zod';
import type { Attachment } from '../ports/files.ts';
import { isId } from '../ports/limits.ts';
import { withNames } from './mentions.ts';
import { showsFile } from './shows-file.ts';

const mostOfId = 450;

/** Kept in memory for a while, ten thousand of them: none is longer than any that Teams gives. */
const heldId = z.string().max(mostOfId);
const account = z.object({ id: heldId.min(1), name: z.string().optional(), aadObjectId: heldId.optional() });

/** Of a conversation or a message. Ids of documents are made of two of these, so none is longer than half of what such an id may be. */
const channelsId = z.string().refine((id) => isId(id.replace(/[/\\?#]/g, '_')) && Buffer.byteLength(id) <= mostOfId);

/** The parts of a Teams activity that we read; everything else is ignored. */
const activity = z.object({
  type: z.string(),
  id: heldId.optional().catch(undefined),
  name: z.string().optional(),
  action: z.string().optional(),
  timestamp: z.string().optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  from: account,
  recipient: account,
  conversation: z.object({
    id: channelsId,
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional(),
      team: z.object({ id: channelsId }).optional(),
      channel: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
      eventType: z.unknown().optional(),
    })
    .optional(),
  text: z.string().optional(),
  /** Of what no message can be called, there is no message. */
  replyToId: channelsId.optional().catch(undefined),
  value: z.unknown().optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        contentUrl: z.string().optional(),
        content: z.unknown().optional(),
        name: z.string().optional(),
      }),
    )
    .optional(),
  membersAdded: z.array(z.object({ id: z.string() })).optional(),
  entities: z.unknown().optional(),
});
type Activity = z.infer<typeof activity>;

const executeValue = z.object({
  action: z.object({ type: z.literal('Action.Execute').optional(), verb: z.string(), data: z.unknown().optional() }),
  /** `automatic`: a client shows the card, and nobody has clicked. */
  trigger: z.enum(['manual', 'automatic']).optional(),
});
const submitValue = z.looseObject({ verb: z.string() });
const stampedData = z.looseObject({ delivery: z.string().min(1).max(1_000) });
const fileInfo = z.object({ downloadUrl: z.url() });

export type Asked =
  | {
      readonly kind: 'verb';
      readonly verb: string;
      readonly data: unknown;
      readonly invoke: boolean;
      /** The client asks, and nobody has clicked. */
      readonly byItself?: true;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** Perhaps none of them came along. */
  | { readonly kind: 'files' }
  | { readonly kind: 'installed' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'malformed'; readonly invoke: boolean }
  /** A message that was sent before has other words now. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'nothing' };

/** One activity in our words. */
export interface Incoming {
  readonly asked: Asked;
  /** The service's own id of it: the same when it is delivered again. */
  readonly activityId: string;
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly userId: string;
  readonly botId: string;
  readonly personal: boolean;
  /** A channel of a team, and not a chat of several people. */
  readonly inTeam: boolean;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly teamId: string;
  readonly channelName: string;
  /** The message whose card was clicked; empty otherwise. */
  readonly messageId: string;
  /** The delivery that the clicked card says it came with; empty otherwise. */
  readonly delivery: string;
  /** As the channel stamped it; absent when it did not. */
  readonly timestamp: string | undefined;
  readonly attachments: readonly Attachment[];
}

/** An invoke that the bot serves: a click. Search boxes, dialogs, sign-in and whatever else an app may offer are not in this one. */
export const isServed = ({ type, name }: { type: string; name?: unknown }): boolean =>
  type !== 'invoke' || name === 'adaptiveCard/action';

/** Whose activity it is: a person's whom a roster may name, or a guest's. */
export const whose = ({ aadObjectId, userId }: Incoming): string => aadObjectId || userId;

/** A client asks for what its reader should see, and nobody has done anything. */
export const isByItself = ({ asked }: Incoming): boolean => asked.kind === 'verb' && asked.byItself === true;

/** @returns undefined for what is not a Teams activity we can answer */
export function readIncoming(raw: unknown): Incoming | undefined {
  const parsed = activity.safeParse(raw);
  if (!parsed.success) return undefined;
  const a = parsed.data;
  const attachments = readAttachments(a);
  const { asked, delivery } = withoutDelivery(readAsked(a, attachments));
  return {
    asked,
    delivery,
    activityId: a.id ?? '',
    tenant: a.channelData?.tenant?.id ?? a.conversation.tenantId ?? '',
    aadObjectId: a.from.aadObjectId ?? '',
    userId: a.from.id,
    botId: a.recipient.id,
    // Only where Teams says so: what is for one person must never be sent to a conversation of several.
    personal: a.conversation.conversationType === 'personal',
    inTeam: a.conversation.conversationType === 'channel' || a.channelData?.team?.id !== undefined,
    // A reply in a channel carries the thread in the id; messages of our own go to the channel itself.
    conversationId: a.conversation.id.replace(/;messageid=.*$/, ''),
    serviceUrl: a.serviceUrl,
    teamId: a.channelData?.team?.id ?? '',
    channelName: a.channelData?.channel?.name ?? '',
    messageId: a.replyToId ?? '',
    timestamp: a.timestamp,
    attachments,
  };
}

/** What our sender has put on the card is for us, not for the command. */
function withoutDelivery(asked: Asked): { asked: Asked; delivery: string } {
  const claimed = asked.kind === 'verb' ? stampedData.safeParse(asked.data) : undefined;
  if (asked.kind !== 'verb' || claimed?.success !== true) return { asked, delivery: '' };
  const { delivery, ...data } = claimed.data;
  return { asked: { ...asked, data }, delivery };
}

function readAttachments(a: Activity): Attachment[] {
  return (a.attachments ?? []).flatMap((item): Attachment[] => {
    const name = item.name ?? '';
    if (item.contentType === 'application/vnd.microsoft.teams.file.download.info') {
      // Without an address it is still a file that someone sent, and is refused as one.
      const info = fileInfo.safeParse(item.content);
      return [{ name, url: info.success ? info.data.downloadUrl : '', kind: 'file' }];
    }
    return item.contentType.startsWith('image/') && item.contentUrl !== undefined
      ? [{ name, url: item.contentUrl, kind: 'image' }]
      : [];
  });
}

function readAsked(a: Activity, attachments: readonly Attachment[]): Asked {
  if (a.type === 'invoke') {
    const value = executeValue.safeParse(a.value);
    if (!value.success) return { kind: 'malformed', invoke: true };
    const { action, trigger } = value.data;
    const byItself = trigger === 'automatic' && ({ byItself: true } as const);
    return { kind: 'verb', verb: action.verb, data: action.data ?? {}, invoke: true, ...byItself };
  }
  if (a.type === 'installationUpdate') return { kind: (a.action ?? '').startsWith('remove') ? 'removed' : 'installed' };
  if (a.type === 'conversationUpdate') {
    return { kind: a.membersAdded?.some((m) => m.id === a.recipient.id) === true ? 'installed' : 'nothing' };
  }
  if (a.type === 'messageUpdate') {
    const isEdit = a.channelData?.eventType === 'editMessage' && a.conversation.conversationType === 'personal';
    return { kind: isEdit ? 'edited' : 'nothing' };
  }
  if (a.type !== 'message') return { kind: 'nothing' };
  if (a.value !== undefined && a.value !== null) {
    const value = submitValue.safeParse(a.value);
    if (!value.success) return { kind: 'malformed', invoke: false };
    const { verb, ...data } = value.data;
    return { kind: 'verb', verb, data, invoke: false };
  }
  if (attachments.length > 0 || showsFile(a.attachments ?? [])) return { kind: 'files' };
  return { kind: 'text', text: withNames(a.text ?? '', a.entities, a.recipient.id) };
}
