import type { Incoming } from '../../src/bot/incoming.ts';

/** What a person's app tells of them in their own chat. */
export const incomingFrom = (more: Partial<Incoming> = {}): Incoming => ({
  asked: { kind: 'installed' },
  activityId: '',
  tenant: 'local',
  aadObjectId: 'aad',
  userId: '29:x',
  botId: '28:bot',
  personal: true,
  inTeam: false,
  conversationId: 'a:x',
  serviceUrl: 'http://127.0.0.1/',
  teamId: '',
  channelName: '',
  messageId: '',
  delivery: '',
  timestamp: undefined,
  attachments: [],
  ...more,
});
