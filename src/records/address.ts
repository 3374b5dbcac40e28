import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

export const channelPurpose = z.enum(['office', 'youth']);
export type ChannelPurpose = z.infer<typeof channelPurpose>;

const schema = z.strictObject({
  /** A person's id, or `channel:<purpose>`. */
  owner: z.string(),
  conversationId: z.string(),
  serviceUrl: z.string(),
  /** The `29:` id; empty for a channel. */
  userId: z.string(),
  botId: z.string(),
  teamId: z.string(),
  channelName: z.string(),
  /** `blocked`: told so by the service; sending resumes at the person's next activity, or when the channel is bound anew or comes back. */
  reachable: z.enum(['yes', 'blocked']),
  reason: z.string(),
  /** Found in a team: they have not written yet, and are welcomed when they do. */
  isUnmet: z.literal(true).optional(),
  at: instant,
});
export type Address = z.infer<typeof schema>;
/** People whom a message reaches; channels are not counted. */
export const reachablePeople: Where = { field: 'reach', equals: 'person' };
export const addressRecord = defineRecord<Address>({
  type: 'address',
  v: 2,
  schema,
  upcasts: {
    // Whoever was known then had written.
    1: (data) => data,
  },
  index: ({ owner, reachable }) =>
    indexed(owner.startsWith(channelOwner('')) || reachable !== 'yes' ? undefined : reachablePeople),
});
export const addressId = (owner: string): string => `address:${owner}`;
export const channelOwner = (purpose: ChannelPurpose | ''): string => `channel:${purpose}`;
/** What the channel of such an owner is for; undefined for a person. */
export const purposeOf = (owner: string): ChannelPurpose | undefined =>
  channelPurpose.options.find((purpose) => channelOwner(purpose) === owner);
