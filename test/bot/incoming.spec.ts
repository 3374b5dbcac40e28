import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readIncoming } from '../../src/bot/incoming.ts';
import { isId } from '../../src/ports/limits.ts';
import { mirrorId } from '../../src/records/mirror.ts';

const base = {
  type: 'message',
  id: '1',
  timestamp: '2026-11-30T16:59:59.000Z',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1/connector/',
  from: { id: '29:a', name: 'An', aadObjectId: 'aad-1' },
  recipient: { id: '28:bot', name: 'bot' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
};

describe('where it was said', () => {
  it('is a channel only in a team; a chat of several people is neither that nor personal', () => {
    const at = (more: object) => readIncoming({ ...base, ...more });
    const group = at({ conversation: { id: '19:g@thread.v2', conversationType: 'groupChat' } });
    assert.deepEqual([group?.personal, group?.inTeam], [false, false]);
    const inTeam = at({ conversation: { id: '19:c' }, channelData: { team: { id: '19:team' } } });
    assert.deepEqual([inTeam?.personal, inTeam?.inTeam], [false, true]);
  });
});

describe('readIncoming', () => {
  it('takes no conversation or message by an id that no document could be kept under', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '.', '\u0000', '\ud800', 'a\nb', 'x'.repeat(451), 'ộ'.repeat(400), '\u0301'.repeat(2_000)),
      fc.constantFrom('a:1', '19:x@thread.tacv2;messageid=1', 'a/b?c#d', 'x'.repeat(450)),
    );
    fc.assert(
      fc.property(odd, odd, (id, replyToId) => {
        const read = readIncoming({ ...base, conversation: { ...base.conversation, id }, replyToId });
        if (read !== undefined) assert.ok(isId(mirrorId(read.conversationId, read.messageId)));
      }),
    );
    assert.equal(readIncoming({ ...base, replyToId: '\u0000' })?.messageId, '');
    assert.equal(readIncoming({ ...base, replyToId: '1700000000000' })?.messageId, '1700000000000');
  });
  it('gives nothing long to what remembers whom it heard of, and what came already', () => {
    const long = '핏'.repeat(100_000);
    const { from, conversation } = base;
    for (const more of [
      { id: long },
      { from: { ...from, id: long } },
      { from: { ...from, aadObjectId: long } },
      { recipient: { id: long } },
      { conversation: { ...conversation, id: long } },
      { replyToId: long },
    ]) {
      const read = readIncoming({ ...base, ...more });
      if (read === undefined) continue;
      const { activityId, aadObjectId, userId, botId, conversationId, messageId } = read;
      for (const held of [activityId, aadObjectId, userId, botId, conversationId, messageId])
        assert.ok(held.length <= 450, Object.keys(more).join());
    }
    assert.equal(readIncoming({ ...base, id: long })?.activityId, '', 'the message itself is taken');
  });
  it('reads a text', () =>
    assert.deepEqual(readIncoming({ ...base, text: 'hồ sơ' })?.asked, { kind: 'text', text: 'hồ sơ' }));
  it('reads an Execute', () => {
    const value = { action: { type: 'Action.Execute', verb: 'assess.open', data: { a: 1 } }, trigger: 'manual' };
    assert.deepEqual(readIncoming({ ...base, type: 'invoke', name: 'adaptiveCard/action', value })?.asked, {
      kind: 'verb',
      verb: 'assess.open',
      data: { a: 1 },
      invoke: true,
    });
  });
  it('reads the Submit fallback as the same verb', () => {
    assert.deepEqual(readIncoming({ ...base, value: { verb: 'assess.open', a: 1 } })?.asked, {
      kind: 'verb',
      verb: 'assess.open',
      data: { a: 1 },
      invoke: false,
    });
  });
  it('calls a card without verb malformed', () => {
    assert.deepEqual(readIncoming({ ...base, value: { x: 1 } })?.asked, { kind: 'malformed', invoke: false });
    assert.deepEqual(readIncoming({ ...base, type: 'invoke', name: 'adaptiveCard/action', value: {} })?.asked, {
      kind: 'malformed',
      invoke: true,
    });
  });
  it('reads files and pasted images, not the HTML copy that Teams adds', () => {
    const incoming = readIncoming({
      ...base,
      attachments: [
        { contentType: 'text/html', content: '<div></div>' },
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'a.pdf',
          content: { downloadUrl: 'http://127.0.0.1/f' },
        },
        { contentType: 'image/png', contentUrl: 'http://127.0.0.1/i' },
      ],
    });
    assert.equal(incoming?.asked.kind, 'files');
    assert.deepEqual(
      incoming?.attachments.map((a) => a.kind),
      ['file', 'image'],
    );
  });
  it('sends to the channel, not to the thread of the mention', () => {
    const conversation = { id: '19:x@thread.tacv2;messageid=17', conversationType: 'channel' };
    const incoming = readIncoming({ ...base, conversation, text: 'kênh' });
    assert.equal(incoming?.conversationId, '19:x@thread.tacv2');
    assert.equal(incoming?.personal, false);
  });
  it('knows an install from a removal', () => {
    assert.equal(readIncoming({ ...base, type: 'installationUpdate', action: 'add' })?.asked.kind, 'installed');
    assert.equal(
      readIncoming({ ...base, type: 'installationUpdate', action: 'remove-upgrade' })?.asked.kind,
      'removed',
    );
    assert.equal(
      readIncoming({ ...base, type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] })?.asked.kind,
      'installed',
    );
    assert.equal(
      readIncoming({ ...base, type: 'conversationUpdate', membersAdded: [{ id: '29:b' }] })?.asked.kind,
      'nothing',
    );
  });
  it('understands nothing of another channel', () =>
    assert.equal(readIncoming({ ...base, channelId: 'webchat' }), undefined));
});
