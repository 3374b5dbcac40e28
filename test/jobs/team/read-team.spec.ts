import assert from 'node:assert/strict';
import { addressChanges } from '../../../src/bot/people.ts';
import { create, load, replace } from '../../../src/ports/documents.ts';
import { type Address, addressId, addressRecord } from '../../../src/records/address.ts';
import { personRecord } from '../../../src/records/person.ts';
import { launch } from '../../features/campaign/launching.ts';
import { incomingFrom } from '../../support/incoming-from.ts';
import { type Office, person, scope } from '../../support/office.ts';
import { member, withTeam } from '../../support/teams/reading.ts';

const page = (members: ReturnType<typeof member>[], next = '') => ({ kind: 'members', members, next }) as const;
const addressOf = async (office: Office, key: string): Promise<Address | undefined> =>
  (await load(office.store, scope.unit, addressRecord, addressId(person(key))))?.data;
async function keep(office: Office, key: string, more: Partial<Address>): Promise<void> {
  const address: Address = {
    owner: person(key),
    conversationId: `a:${key}`,
    serviceUrl: 'http://127.0.0.1/',
    userId: `29:1${key}`,
    botId: '28:bot',
    teamId: '',
    channelName: '',
    reachable: 'yes',
    reason: '',
    at: '2026-11-01T00:00:00.000Z',
    ...more,
  };
  await office.store.commit(scope.unit, [create(addressRecord, scope, addressId(person(key)), address)]);
}
/** Their first message. */
const writes = (office: Office, key: string) =>
  office.run(async (turn) => {
    const who = await turn.get(personRecord, person(key));
    assert.ok(who);
    turn.ride(await addressChanges(turn, incomingFrom({ conversationId: `a:${key}`, userId: `29:1${key}` }), who));
  });

describe('the members of a team', () => {
  it('who are on the roster can be reached without having written; nothing is said to them, and nobody comes on the roster', async () => {
    const t = await withTeam();
    const people = await t.office.dump('person');
    t.teams.nextMembers(page([member('an'), member('thao')]));
    await t.read();
    assert.deepEqual(t.teams.asked, ['19:team']);
    assert.deepEqual(t.teams.reopened, [person('an'), person('thao')]);
    const an = await addressOf(t.office, 'an');
    assert.deepEqual([an?.userId, an?.reachable, an?.isUnmet], ['29:1an', 'yes', true]);
    assert.notEqual(an?.conversationId, '');
    assert.deepEqual([await t.office.owed(), t.teams.posted], [[], []]);
    assert.deepEqual(await t.office.dump('person'), people);
    assert.deepEqual(t.heard, ['sent']);
  });
  it('are left out when they are guests, strangers, without an account, or have left', async () => {
    const t = await withTeam();
    const an = await load(t.office.store, scope.unit, personRecord, person('an'));
    assert.ok(an);
    const left = { ...an.data, status: 'left' as const, statusFrom: '2026-10-01' };
    await t.office.store.commit(scope.unit, [replace(personRecord, an, left)]);
    t.teams.nextMembers(
      page([
        member('an'),
        member('nobody'),
        member('thao', { isGuest: true }),
        member('on', { aadObjectId: '' }),
        member('office'),
      ]),
    );
    await t.read();
    assert.deepEqual(t.teams.reopened, [person('office')]);
    const { members, ours, readAt } = await t.team();
    assert.deepEqual([members, ours, readAt], [5, 1, '2026-11-02T02:00:00.000Z']);
  });
  it('are read anew each working morning, and a second reading changes nothing', async () => {
    const t = await withTeam();
    t.teams.nextMembers(page([member('an')]), page([member('an')]));
    await t.read();
    const first = [await t.office.dump('address'), await t.office.dump('delivery')];
    assert.equal((await t.due()).length, 0);
    const { dueAt } = await t.team();
    assert.equal(dueAt, '2026-11-03T00:30:00.000Z', 'when the office opens');
    t.office.set('2026-11-03T07:30:00');
    await t.read();
    assert.deepEqual([await t.office.dump('address'), await t.office.dump('delivery')], first);
    assert.equal(t.teams.reopened.length, 1);
    t.office.set('2026-11-06T09:00:00');
    await t.read();
    assert.equal((await t.team()).dueAt, '2026-11-09T00:30:00.000Z', 'after the weekend');
  });
  it('come page by page; one that is read twice, or of which half was done, does no harm', async () => {
    const t = await withTeam();
    t.teams.nextMembers(page([member('an'), member('thao')], 'p2'));
    await t.read();
    assert.deepEqual([(await t.team()).after, (await t.due()).length], ['p2', 1]);
    t.teams.nextMembers(page([member('on'), member('office')]));
    t.teams.nextReopening({ kind: 'opened', conversationId: 'a:on' }, { kind: 'retry', reason: '429' });
    await t.read();
    assert.deepEqual([(await t.team()).after, (await t.team()).reason], ['p2', '429']);
    t.office.set('2026-11-02T09:10:00');
    t.teams.nextMembers(page([member('on'), member('office')]));
    await t.read();
    assert.deepEqual(t.teams.asked, ['19:team', '19:team p2', '19:team p2']);
    assert.deepEqual(t.teams.reopened, ['an', 'thao', 'on', 'office', 'office'].map(person));
    const { members, ours, reason, after } = await t.team();
    assert.deepEqual([members, ours, reason, after], [4, 4, '', '']);
  });
  it('have what they were owed and could not get; whoever the launch has passed gets it, once', async () => {
    const t = await withTeam();
    await launch(t.office);
    await t.office.runDue();
    const owed = async (key: string) =>
      (await t.office.owed('announce.launch')).filter(({ to }) => to === key).map(({ data }) => data.state);
    assert.deepEqual(await owed('an'), ['pending']);
    const [delivery] = (await t.office.owed('announce.launch')).filter(({ to }) => to === 'an');
    const stored = await t.office.store.get(scope.unit, delivery?.id ?? '');
    assert.ok(stored);
    const aside = {
      ...stored.doc,
      data: { ...(delivery?.data as object), state: 'unreachable', reason: 'not-installed' },
    };
    await t.office.store.commit(scope.unit, [
      { op: 'replace', doc: { ...aside, rev: aside.rev + 1 }, etag: stored.etag },
    ]);
    assert.deepEqual(await owed('an'), ['unreachable']);
    t.teams.nextMembers(page([member('an')]), page([member('an')]));
    await t.read();
    assert.deepEqual(await owed('an'), ['pending']);
    t.office.set('2026-11-03T07:30:00');
    await t.read();
    assert.equal((await owed('an')).length, 1);
  });
  it('are welcomed when they write for the first time, once, and told of the launch no second time', async () => {
    const t = await withTeam();
    await launch(t.office);
    t.teams.nextMembers(page([member('an')]));
    await t.read();
    await writes(t.office, 'an');
    await writes(t.office, 'an');
    assert.equal((await addressOf(t.office, 'an'))?.isUnmet, undefined);
    assert.deepEqual(
      (await t.office.owed('welcome')).map(({ to }) => to),
      ['an'],
    );
    await t.office.runDue();
    assert.equal((await t.office.owed('announce.launch')).filter(({ to }) => to === 'an').length, 1);
  });

  it('who have written stay as they told it by themselves, and so does whoever took the app away or blocked the bot', async () => {
    const t = await withTeam();
    await keep(t.office, 'an', { conversationId: 'a:own' });
    await keep(t.office, 'thao', { reachable: 'blocked', reason: 'uninstalled' });
    await keep(t.office, 'on', { reachable: 'blocked', reason: '403 ConversationBlockedByUser' });
    const before = await t.office.dump('address');
    t.teams.nextMembers(page([member('an'), member('thao'), member('on')]));
    await t.read();
    assert.deepEqual([await t.office.dump('address'), t.teams.reopened], [before, []]);
    assert.equal((await t.team()).ours, 3);
  });
  it('who fell out of a team, and were reached no more, are reached again when they are back in one', async () => {
    const t = await withTeam();
    await keep(t.office, 'an', { reachable: 'blocked', reason: '403 BotNotInConversationRoster' });
    t.teams.nextMembers(page([member('an')]));
    await t.read();
    assert.equal((await addressOf(t.office, 'an'))?.reachable, 'yes');
  });
  it('who are not in it any more stay reachable in their own chat', async () => {
    const t = await withTeam();
    await keep(t.office, 'an', {});
    t.teams.nextMembers(page([]));
    await t.read();
    assert.equal((await addressOf(t.office, 'an'))?.reachable, 'yes');
  });
  it('who write at the very moment have the way that they told', async () => {
    const t = await withTeam();
    const { reopen } = t.teams.messenger;
    Object.assign(t.teams.messenger, {
      reopen: async (address: Address) => {
        await writes(t.office, 'an');
        return reopen(address);
      },
    });
    t.teams.nextMembers(page([member('an')]));
    await t.read();
    const an = await addressOf(t.office, 'an');
    assert.deepEqual([an?.conversationId, an?.isUnmet], ['a:an', undefined]);
  });
  it('whom Teams does not let us write to are passed over, and tried again at the next reading', async () => {
    const t = await withTeam();
    t.teams.nextReopening({ kind: 'unreachable', reason: '403 ConversationBlockedByUser' });
    t.teams.nextMembers(page([member('an'), member('thao')]));
    await t.read();
    assert.equal(await addressOf(t.office, 'an'), undefined);
    assert.equal((await addressOf(t.office, 'thao'))?.reachable, 'yes');
    assert.equal((await t.team()).reason, '');
  });
});

describe('a team whose members cannot be read', () => {
  it('is asked again when the service says, and everything is silent so long', async () => {
    const t = await withTeam();
    t.teams.nextMembers({ kind: 'retry', reason: '429 Throttled', afterMs: 7_000 });
    await t.read();
    assert.deepEqual([(await t.team()).dueAt, t.held], ['2026-11-02T02:00:07.000Z', [7_000]]);
  });
  it('is asked again later and later when nothing is said, and begins with the page where it stood', async () => {
    const t = await withTeam();
    t.teams.nextMembers(page([], 'p2'));
    await t.read();
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      t.teams.nextMembers({ kind: 'unknown', reason: '500 ServiceError', mayResend: false });
      await t.read();
      const { dueAt } = await t.team();
      waits.push(Date.parse(dueAt ?? '') - t.office.now.toMillis());
      t.office.set(t.office.now.plus({ minutes: 10 }).toISO({ includeOffset: false }) ?? '');
    }
    assert.deepEqual(waits, [2_000, 4_000, 8_000]);
    assert.equal((await t.team()).after, 'p2');
    await t.read();
    assert.deepEqual([(await t.team()).failures, (await t.team()).reason], [0, '']);
  });
  for (const [kind, reason] of [
    ['unreachable', '403 BotNotInConversationRoster'],
    ['gone', '404 ConversationNotFound'],
    ['refused', '400 BadArgument'],
  ] as const)
    it(`is left until the next working morning after ${reason}, which is kept; those known through it stay reachable`, async () => {
      const t = await withTeam();
      await keep(t.office, 'an', { isUnmet: true });
      t.teams.nextMembers({ kind, reason });
      await t.read();
      const { dueAt, readAt, isIn } = await t.team();
      assert.deepEqual(
        [(await t.team()).reason, dueAt, readAt, isIn],
        [reason, '2026-11-03T00:30:00.000Z', null, true],
      );
      assert.equal((await addressOf(t.office, 'an'))?.reachable, 'yes');
    });
  it('begins anew when the place where it went on is taken no more, and never reads one page for ever', async () => {
    const t = await withTeam();
    t.teams.nextMembers(
      page([], 'old'),
      { kind: 'refused', reason: '400 BadArgument' },
      page([member('an')], 'p2'),
      page([], 'p2'),
    );
    for (let n = 0; n < 6; n++) await t.read();
    assert.deepEqual(t.teams.asked, ['19:team', '19:team old', '19:team', '19:team p2']);
    assert.deepEqual([(await t.team()).members, (await t.due()).length], [1, 0]);
  });
  it('is not asked when another process may take over before the answer, nor is anybody’s chat opened', async () => {
    const t = await withTeam();
    t.lease.left = 5_000;
    assert.deepEqual(await t.read(), ['later']);
    assert.deepEqual(t.teams.asked, []);
    const { members } = t.teams.messenger;
    Object.assign(t.teams.messenger, {
      members: async (...asked: Parameters<typeof members>) => {
        t.lease.left = 5_000;
        return members(...asked);
      },
    });
    t.lease.left = 60_000;
    t.teams.nextMembers(page([member('an')]));
    assert.deepEqual(await t.read(), ['later']);
    assert.deepEqual(t.teams.reopened, []);
    assert.equal((await t.due()).length, 1);
  });
  it('tells the sender when our credential is refused, and waits as everything does', async () => {
    const t = await withTeam();
    t.teams.nextMembers({ kind: 'broken', reason: '401' });
    await t.read();
    assert.deepEqual([t.heard, (await t.team()).dueAt], [['broken'], '2026-11-02T02:01:00.000Z']);
  });
});
