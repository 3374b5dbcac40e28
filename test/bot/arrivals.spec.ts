import assert from 'node:assert/strict';
import path from 'node:path';
import { botAccount, team, tenantId } from '../../sandbox/server/tenant.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { type Activity, payloads } from '../support/teams/payloads.ts';

/** The real bot, over HTTP, and every kind of activity that Teams' pages describe and people do not type or click. */
describe('what Teams tells besides messages and clicks', function () {
  this.timeout(30_000);
  const logged: string[] = [];
  let centre: Centre;
  let kinds: ReturnType<typeof payloads>;

  before(async () => {
    centre = await openCentre(undefined, undefined, { write: (line) => void logged.push(line) });
    const { mri: id, aadObjectId, chatId } = centre.sandbox.as('hoa');
    const { serviceUrl } = centre.sandbox;
    kinds = payloads({ serviceUrl, tenantId, botId: botAccount.id, from: { id, aadObjectId }, chatId, team });
  });
  after(() => centre.close());

  /** Sent as many times as Teams may send it. @returns the answer to each, what is in the store otherwise than before, what was said and logged */
  async function tell(...activities: Activity[]) {
    const { sandbox, folder, url } = centre;
    const db = openDatabase({ path: path.join(folder, 'thidua.db') });
    const stored = () => JSON.stringify(db.prepare('SELECT id, rev FROM documents ORDER BY id').all());
    const before = stored();
    sandbox.resetLedger();
    logged.length = 0;
    const answers: { status: number; body: string }[] = [];
    for (const activity of activities) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
      answers.push({ status: response.status, body: await response.text() });
    }
    await sandbox.idle(20);
    const changed = stored() !== before;
    db.close();
    const said = sandbox.ledger().delivered;
    return { answers, changed, said, lines: logged.map((line) => JSON.parse(line)) };
  }

  it('an invoke of what this app does not have is answered 501, and nothing else happens', async () => {
    for (const { name, activity } of kinds.unserved) {
      const { answers, changed, said, lines } = await tell(activity, activity);
      assert.deepEqual([...answers.map(({ status }) => status), changed, said], [501, 501, false, 0], name);
      assert.deepEqual(lines, [], name);
    }
  });

  it('what asks for nothing is taken, and nothing else happens', async () => {
    for (const { name, activity } of kinds.silent) {
      const { answers, changed, said, lines } = await tell(activity, activity);
      assert.deepEqual([...answers.map(({ status }) => status), changed, said], [200, 200, false, 0], name);
      assert.deepEqual(lines, [], name);
    }
  });

  it('who comes into a team or leaves it is looked for a minute later, and nothing is said', async () => {
    for (const { name, activity } of kinds.comings) {
      const { answers, said, lines } = await tell(activity);
      assert.deepEqual([answers[0]?.status, said, lines], [200, 0, []], name);
    }
    const db = openDatabase({ path: path.join(centre.folder, 'thidua.db') });
    const [due] = db.prepare("SELECT due_at FROM documents WHERE lane = 'team'").all() as { due_at: string }[];
    db.close();
    const inMs = Date.parse(due?.due_at ?? '') - centre.clock.now().toMillis();
    assert.ok(inMs > 0 && inMs <= 60_000, `${inMs}`);
  });

  it('a click that no card can have led to gets a sentence in its own exchange, and one line in the log', async () => {
    for (const { name, activity } of kinds.odd) {
      const { answers, changed, said, lines } = await tell(activity);
      const [{ status, body } = { status: 0, body: '' }] = answers;
      assert.deepEqual([status, changed, said, lines.length], [200, false, 0, 1], `${name} ${JSON.stringify(lines)}`);
      const { statusCode, type, value } = JSON.parse(body);
      assert.deepEqual([statusCode, type], [200, 'application/vnd.microsoft.activity.message'], name);
      assert.match(value, /BAD_CARD|UNKNOWN_VERB/, name);
      assert.match(lines[0].code, /BAD_CARD|UNKNOWN_VERB/, name);
    }
  });

  it('what a client asks for by itself, and no card has it ask for, is an error to the client and no word to anybody', async () => {
    const { answers, changed, said, lines } = await tell(kinds.unasked);
    const { statusCode, type, value } = JSON.parse(answers[0]?.body ?? '{}');
    assert.deepEqual([answers[0]?.status, statusCode, changed, said, lines.length], [200, 400, false, 0, 1]);
    assert.equal(type, 'application/vnd.microsoft.error');
    assert.match(value.message, /BAD_CARD|UNKNOWN_VERB/);
  });

  describe('an edit', () => {
    it('is not the command once more: one sentence says so, however often the same message is edited', async () => {
      const first = await tell(kinds.whole({ id: '1', text: 'trợ giúp' }));
      assert.equal(first.said, 1);
      const { answers, changed, said, lines } = await tell(kinds.edit('1', 'hồ sơ'), kinds.edit('1', 'trợ giúp'));
      assert.deepEqual([...answers.map(({ status }) => status), changed, said], [200, 200, false, 1]);
      assert.deepEqual(
        lines.map(({ code }) => code),
        ['EDITED'],
      );
      assert.match(centre.sandbox.as('hoa').last().words, /Tin nhắn đã sửa không được đọc lại.*\(?EDITED/s);
      assert.equal((await tell(kinds.edit('2', 'trợ giúp'))).said, 1, 'another message');
    });
    it('and the message that is delivered again after it is still the same message', async () => {
      await tell(kinds.whole({ id: '3', text: 'trợ giúp' }), kinds.edit('3', 'hồ sơ'));
      assert.equal((await tell(kinds.whole({ id: '3', text: 'trợ giúp' }))).said, 0);
    });
  });
});
