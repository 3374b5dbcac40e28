import { z } from 'zod';
import { channelPurpose } from './address.ts';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  purpose: channelPurpose,
  dueAt: instant,
});
export type ChannelLoss = z.infer<typeof schema>;
/** "The channel of this purpose takes nothing any more": created with the change that found it so, deleted once its people were told. */
export const channelLossRecord = defineRecord<ChannelLoss>({
  type: 'channelLoss',
  v: 1,
  schema,
  owed: ({ dueAt }) => ({ lane: 'channelLoss', dueAt }),
});
/** @param rev of the channel's address from then on: a channel that is lost again is told again */
export const channelLossId = (purpose: string, rev: number): string => `channelLoss:${purpose}@${rev}`;
