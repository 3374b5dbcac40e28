import assert from 'node:assert/strict';
import { readChannelEvent, takeChannelEvent } from '../../src/bot/channel-events.ts';
import { rememberTeam } from '../../src/bot/teams.ts';
import { decode } from '../../src/ports/documents.ts';
import { type Team, teamRecord, teamRecordId } from '../../src/records/team.ts';
import { type Office, openOffice, scope } from '../support/office.ts';
import { seen } from '../support/teams/reading.ts';

const bot = { id: '28:bot' };
const event = (more: object, team: object = {}) => ({
  type: 'conversationUpdate',
  recipient: bot,
  serviceUrl: seen.serviceUrl,
  timestamp: '2026-11-02T02:00:00.000Z',
  channelData: { team: { id: seen.teamId, name: seen.name, ...team } },
  ...more,
});
const added = event({ membersAdded: [bot] });
const removed = event({ membersRemoved: [bot] });
const others = event({ membersAdded: [{ id: '29:x' }, { id: '29:y' }] });

async function takes(office: Office, ...activities: object[]): Promise<void> {
  for (const activity of activities) {
    const happened = readChannelEvent(activity);
    assert.ok(happened !== undefined);
    if (happened !== 'other') await takeChannelEvent(office.machine, office.officeOf, happened);
  }
}
async function team(office: Office): Promise<Team | undefined> {
  const stored = await office.store.get(scope.unit, teamRecordId(seen.teamId));
  return stored && decode(teamRecord, stored).data;
}
const stateOf = async (office: Office) => {
  const { isIn, dueAt } = (await team(office)) ?? {};
  return [isIn, dueAt];
};

describe('a team that the bot is in', () => {
  it('is known from its event, and its members are read at once; told twice it is one', async () => {
    const office = await openOffice();
    await takes(office, added, added, event({ type: 'installationUpdate', action: 'add' }));
    const { name, serviceUrl, botId, ...found } = (await team(office)) ?? assert.fail();
    assert.deepEqual([name, serviceUrl, botId], [seen.name, seen.serviceUrl, '28:bot']);
    assert.deepEqual([found.isIn, found.dueAt], [true, '2026-11-02T02:00:00.000Z']);
    assert.equal((await office.dump('team')).length, 1);
  });
  it('is read no more once the bot is out of it, or it is deleted, and again when it is back', async () => {
    for (const out of [removed, event({}), event({ type: 'installationUpdate', action: 'remove' })]) {
      const office = await openOffice();
      const gone =
        out === removed || 'action' in out
          ? out
          : event({ channelData: { ...out.channelData, eventType: 'teamDeleted' } });
      await takes(office, added, gone);
      assert.deepEqual(await stateOf(office), [false, null]);
      await takes(office, added);
      assert.deepEqual((await stateOf(office))[0], true);
    }
  });
  it('is where the last event says, whichever comes first', async () => {
    const office = await openOffice();
    office.set('2026-11-02T12:00:00');
    const later = { timestamp: '2026-11-02T04:00:00.000Z' };
    await takes(office, added, { ...removed, ...later }, { ...added, timestamp: '2026-11-02T03:00:00.000Z' });
    assert.deepEqual(await stateOf(office), [false, null]);
    await takes(office, { ...added, timestamp: '2026-11-02T04:30:00.000Z' }, { ...removed, ...later });
    assert.equal((await stateOf(office))[0], true);
  });
  it('is read a minute after others came or went, however many; an earlier reading stays as it was planned', async () => {
    const office = await openOffice();
    await takes(office, others);
    assert.equal(await team(office), undefined, 'of a team that is not known nothing is learnt');
    await takes(office, added, others);
    assert.equal((await stateOf(office))[1], '2026-11-02T02:00:00.000Z');
    const stored = (await office.store.get(scope.unit, teamRecordId(seen.teamId))) ?? assert.fail();
    const data = { ...(stored.doc.data as Team), dueAt: '2026-11-03T00:30:00.000Z' };
    await office.store.commit(scope.unit, [
      { op: 'replace', doc: { ...stored.doc, data, dueAt: data.dueAt, rev: stored.doc.rev + 1 }, etag: stored.etag },
    ]);
    await takes(office, event({ membersRemoved: [{ id: '29:x' }] }), others);
    assert.equal((await stateOf(office))[1], '2026-11-02T02:01:00.000Z');
  });
  it('is known all the same when its event went astray, from anybody of the roster who writes there', async () => {
    const office = await openOffice();
    await takes(office, added, removed);
    await office.run((turn) => rememberTeam(turn, seen));
    assert.equal((await stateOf(office))[0], true);
    const before = await office.dump('team');
    await office.run((turn) => rememberTeam(turn, { ...seen, name: '' }));
    assert.deepEqual(await office.dump('team'), before);
  });
  it('is none when what names it could name no document', async () => {
    const office = await openOffice();
    await takes(office, event({ membersAdded: [bot] }, { id: 'x'.repeat(2_000) }));
    await takes(office, event({ membersAdded: [bot] }, { id: '19:a/b?c#d' }));
    assert.deepEqual(
      (await office.dump('team')).map(({ id }) => id),
      ['team:19:a_b_c_d'],
    );
  });
});
