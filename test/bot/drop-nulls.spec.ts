import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import fc from 'fast-check';
import { createAuthentication } from '../../src/adapters/teams/authentication.ts';
import { createAdapter } from '../../src/bot/adapter.ts';
import { dropNulls } from '../../src/bot/drop-nulls.ts';
import { type Incoming, readIncoming } from '../../src/bot/incoming.ts';
import { aServer, listening, stop } from '../support/a-server.ts';
import { patience } from '../support/patience.ts';

type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

const withoutNulls = (json: Json): Json =>
  Array.isArray(json)
    ? json.filter((item) => item !== null).map(withoutNulls)
    : json !== null && typeof json === 'object'
      ? Object.fromEntries(
          Object.entries(json).flatMap(([name, value]) => (value === null ? [] : [[name, withoutNulls(value)]])),
        )
      : json;

describe('dropNulls', () => {
  it('leaves everything but nulls, wherever they stand', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const dropped = structuredClone(json) as Json;
        dropNulls(dropped);
        assert.deepEqual(dropped, withoutNulls(json as Json));
      }),
    );
  });
  it('goes as deep as the sender does', () => {
    const json = JSON.parse(`${'[{"a":'.repeat(50_000)}[null]${'}]'.repeat(50_000)}`);
    dropNulls(json);
    assert.ok(Array.isArray(json));
  });
});

const people = { from: { id: '29:an', name: 'An', aadObjectId: 'aad-an' }, recipient: { id: '28:bot', name: 'bot' } };
const base = {
  id: '1',
  timestamp: '2026-11-30T03:00:00.000Z',
  localTimestamp: '2026-11-30T10:00:00.000+07:00',
  localTimezone: 'Asia/Ho_Chi_Minh',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1/connector/',
  ...people,
  conversation: { id: 'a:an', conversationType: 'personal', tenantId: 'home', isGroup: false, name: 'An' },
  channelData: {
    tenant: { id: 'home' },
    team: { id: 't' },
    channel: { id: 'c', name: 'Chung' },
    source: { name: 'm' },
  },
  entities: [{ type: 'clientInfo', locale: 'vi-VN', country: 'VN', platform: 'Web', timezone: 'Asia/Ho_Chi_Minh' }],
  locale: 'vi-VN',
};
const file = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  content: { downloadUrl: 'http://127.0.0.1/f', uniqueId: 'u', fileType: 'pdf' },
  contentUrl: 'http://127.0.0.1/s',
  name: 'a.pdf',
  thumbnailUrl: 'http://127.0.0.1/t',
};
const execute = {
  type: 'Action.Execute',
  id: 'x',
  verb: 'assess.open',
  title: 'Mở',
  data: { round: 'r', more: { a: 1 } },
};
/** Whole activities of every kind that is read, with every field that Teams sends. */
const activities: Record<string, object> = {
  text: { ...base, type: 'message', text: 'hồ sơ', textFormat: 'plain', replyToId: '0', attachments: [] },
  file: { ...base, type: 'message', attachments: [file, { contentType: 'text/html', content: '<div></div>' }] },
  submit: { ...base, type: 'message', replyToId: 'm1', value: { verb: 'assess.open', round: 'r' } },
  execute: {
    ...base,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'm1',
    value: { action: execute, trigger: 'manual' },
  },
  installation: { ...base, type: 'installationUpdate', action: 'add' },
  members: { ...base, type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], membersRemoved: [] },
};

/** Each place in it, as a path. */
function placesIn(json: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (json === null || typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([name, value]) => [[...path, name], ...placesIn(value, [...path, name])]);
}
function changed(
  json: object,
  path: readonly string[],
  change: (holder: Record<string, unknown>, name: string) => void,
) {
  const copy = structuredClone(json) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy);
  change(holder, path.at(-1) ?? '');
  return copy;
}

describe('a field that is null', () => {
  let seen: (Incoming | undefined)[];
  const server = aServer({
    adapter: createAdapter(createAuthentication(undefined), assert.ifError, patience),
    turn: async ({ activity }: TurnContext) => void seen.push(readIncoming(activity)),
  });
  let url = '';
  before(async () => {
    url = `${await listening(server)}/api/messages`;
  });
  after(() => stop(server));

  async function understood(body: object): Promise<unknown> {
    seen = [];
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    // The time of receipt stands for one that is not said.
    return { status, seen: seen.map((one) => one && { ...one, timestamp: typeof one.timestamp }) };
  }

  for (const [what, activity] of Object.entries(activities)) {
    it(`is absent, wherever it stands in a whole activity: ${what}`, async () => {
      const whole = (await understood(activity)) as { status: number; seen: unknown[] };
      // Here nobody answers, which the SDK calls by its own name for a click.
      assert.deepEqual([whole.status, whole.seen.length], [what === 'execute' ? 501 : 200, 1]);
      for (const path of placesIn(activity)) {
        const isItem = /^\d+$/.test(path.at(-1) ?? '');
        const nulled = changed(activity, path, (holder, name) => {
          holder[name] = null;
        });
        const absent = changed(activity, path, (holder, name) => {
          if (isItem) (holder as unknown as unknown[]).splice(Number(name), 1);
          else delete holder[name];
        });
        assert.deepEqual(await understood(nulled), await understood(absent), path.join('.'));
      }
    });
  }
  it('drops nothing else: all optional fields at once', async () => {
    const text = activities.text as Record<string, unknown>;
    const { type, channelId, serviceUrl, from, recipient, conversation } = text as Record<string, never>;
    const needed = { type, channelId, serviceUrl, from, recipient, conversation, text: 'hồ sơ' };
    const nulls = Object.fromEntries(Object.keys(text).map((name) => [name, null]));
    const { seen: found } = (await understood({ ...nulls, ...needed })) as { seen: Incoming[] };
    assert.deepEqual(found[0]?.asked, { kind: 'text', text: 'hồ sơ' });
  });
});
