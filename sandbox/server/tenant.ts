import { createHash } from 'node:crypto';

/** Ids of the fictional tenant. All are derived from names, so that a restarted sandbox meets a kept database. */

const digest = (name: string) => createHash('sha256').update(`thidua-bot sandbox ${name}`).digest();

/** A version-4-shaped GUID that is the same for the same name. */
export function guidOf(name: string): string {
  const hex = digest(name).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const tenantId = guidOf('tenant');
export const botAccount = { id: `28:${guidOf('bot')}`, name: 'Trợ lý thi đua' };

export const mriOf = (aadObjectId: string) => `29:1${digest(`mri ${aadObjectId}`).toString('base64url')}`;
/** @param lost how many chats the person had before this one */
export const personalChatIdOf = (aadObjectId: string, lost = 0) =>
  `a:1${digest(`chat ${aadObjectId}${lost === 0 ? '' : ` ${lost}`}`).toString('base64url')}`;
const channelIdOf = (key: string) => `19:${digest(`channel ${key}`).toString('hex').slice(0, 32)}@thread.tacv2`;

export type ChannelKey = 'general' | 'office' | 'youth';

export type ChannelInfo = { key: ChannelKey; id: string; name: string };

export const channels: readonly ChannelInfo[] = [
  { key: 'general', id: channelIdOf('general'), name: 'Chung' },
  { key: 'office', id: channelIdOf('office'), name: 'Văn phòng' },
  { key: 'youth', id: channelIdOf('youth'), name: 'Chi đoàn thanh niên' },
];

/** In Teams a team's id is the id of its first channel. */
export const team = {
  id: channelIdOf('general'),
  name: 'Trung tâm Dịch vụ việc làm',
  aadGroupId: guidOf('team'),
};
