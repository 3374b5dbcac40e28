import assert from 'node:assert/strict';
import { readChannelEvent, takeChannelEvent } from '../../src/bot/channel-events.ts';
import type { Address } from '../../src/records/address.ts';
import { channel } from '../features/campaign/launching.ts';
import { type Office, openOffice } from '../support/office.ts';

const bot = { id: '28:bot' };
const event = (eventType: string, more: object = {}) => ({
  type: 'conversationUpdate',
  recipient: bot,
  timestamp: '2026-11-02T03:00:00.000Z',
  channelData: {
    eventType,
    team: { id: '19:team' },
    channel: { id: '19:Văn phòng', name: 'Văn phòng' },
  },
  ...more,
});
const removed = event('teamMemberRemoved', { membersRemoved: [bot] });
const uninstalled = { ...event('', { action: 'remove' }), type: 'installationUpdate' };

async function bound(): Promise<Office> {
  const office = await openOffice({ now: '2026-11-02T09:00:00' });
  await office.as('office').say('kênh văn phòng', channel('Văn phòng'));
  await office.as('office').say('kênh chi đoàn', { ...channel('Chi đoàn'), teamId: '19:other' });
  office.set('2026-11-02T12:00:00');
  return office;
}
async function takes(office: Office, ...activities: object[]): Promise<void> {
  for (const activity of activities) {
    const happened = readChannelEvent(activity);
    assert.ok(happened !== undefined);
    if (happened !== 'other') await takeChannelEvent(office.machine, office.officeOf, happened);
  }
  await office.runDue();
}
async function addresses(office: Office): Promise<Record<string, string>> {
  const all = (await office.dump('address')).map(({ data }) => data as Address);
  return Object.fromEntries(all.map((a) => [a.owner, a.reachable === 'yes' ? a.channelName : a.reason]));
}
const told = async (office: Office) => (await office.owed('channel.lost')).length;

describe('the life of a team', () => {
  for (const [name, activity, reason] of [
    ['a channel that is deleted', event('channelDeleted'), 'channelDeleted'],
    ['a team that is deleted', event('teamDeleted'), 'teamDeleted'],
    ['a team that is deleted for good', event('teamHardDeleted'), 'teamDeleted'],
    ['a team that is archived', event('teamArchived'), 'teamArchived'],
    ['the bot taken out of it', removed, 'botRemoved'],
    ['the app uninstalled from it', uninstalled, 'botRemoved'],
  ] as const) {
    it(`${name} takes its channels away, and the office is told once`, async () => {
      const office = await bound();
      await takes(office, activity, activity);
      assert.deepEqual(await addresses(office), { 'channel:office': reason, 'channel:youth': 'Chi đoàn' });
      assert.equal(await told(office), 3);
    });
  }

  it('optional fields may be null, and nobody need have sent it', async () => {
    const office = await bound();
    await takes(office, { ...removed, action: null, membersAdded: null, from: null, text: null });
    assert.equal((await addresses(office))['channel:office'], 'botRemoved');
  });

  it('another channel, another team, another member change nothing', async () => {
    const office = await bound();
    const before = await office.dump('audit');
    await takes(
      office,
      event('channelDeleted', { channelData: { ...event('channelDeleted').channelData, channel: { id: '19:x' } } }),
      event('teamDeleted', { channelData: { eventType: 'teamDeleted', team: { id: '19:y' } } }),
      event('teamMemberRemoved', { membersRemoved: [{ id: '29:an' }] }),
      event('channelDeleted', { channelData: { eventType: 'channelDeleted', team: { id: '19:team' }, channel: null } }),
      event('teamRenamed'),
    );
    assert.deepEqual(await office.dump('audit'), before);
  });

  it('one that happened before the channel was bound changes nothing, however late it comes', async () => {
    const office = await bound();
    await takes(office, { ...removed, timestamp: '2026-11-02T01:00:00.000Z' });
    assert.equal((await addresses(office))['channel:office'], 'Văn phòng');
  });

  it('what is undone brings the channel back, and what waited is owed again', async () => {
    for (const [away, back] of [
      [event('channelDeleted'), event('channelRestored')],
      [event('teamDeleted'), event('teamRestored')],
      [event('teamArchived'), event('teamUnarchived')],
      [removed, event('teamMemberAdded', { membersAdded: [bot] })],
    ] as const) {
      const office = await bound();
      await takes(office, away);
      await takes(office, { ...back, timestamp: '2026-11-02T04:00:00.000Z' });
      assert.equal((await addresses(office))['channel:office'], 'Văn phòng');
    }
  });

  it('being let in again does not bring back a channel that is deleted', async () => {
    const office = await bound();
    await takes(office, event('channelDeleted'));
    const added = event('teamMemberAdded', { membersAdded: [bot], timestamp: '2026-11-02T04:00:00.000Z' });
    await takes(office, added);
    assert.equal((await addresses(office))['channel:office'], 'channelDeleted');
  });

  it('a new name is remembered', async () => {
    const office = await bound();
    const data = {
      ...event('').channelData,
      eventType: 'channelRenamed',
      channel: { id: '19:Văn phòng', name: 'HCNV' },
    };
    await takes(office, event('', { channelData: data }));
    assert.equal((await addresses(office))['channel:office'], 'HCNV');
  });

  it('is told from what a person asks', () => {
    const ask = { type: 'message', recipient: bot, channelData: { team: { id: '19:team' } } };
    assert.equal(readChannelEvent(ask), undefined);
    assert.equal(readChannelEvent({ type: 'installationUpdate', action: 'add', recipient: bot }), undefined);
  });
});
