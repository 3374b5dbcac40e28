import { noteChannelEvent } from '../../../src/features/channels/channel-events.ts';
import { channel, settle } from '../../features/campaign/launching.ts';
import type { Tour } from './open-tour.ts';

/** The office's channel is deleted: its people are told, and bind another. */
export async function channelLost(tour: Tour): Promise<void> {
  const { office } = tour;
  for (const { id } of (await office.owed('results.1')).slice(0, 1)) await settle(office, id, 'unreachable');
  await office.run((turn) => noteChannelEvent(turn, 'office', { kind: 'lost', reason: 'channelDeleted' }));
  await tour.messages();
  await tour.say('office', 'việc của tôi');
  await tour.say('office', 'kênh', channel('Thi đua'));
  await tour.click('office', 'publish.show');
  await tour.say('office', 'kênh văn phòng', channel('Thi đua'));
  await tour.open('office', 'channel.show', { purpose: 'office' });
}
