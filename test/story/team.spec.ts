import assert from 'node:assert/strict';
import { movableClock } from '../../sandbox/clock.ts';
import { sampleCentre } from '../../sandbox/server/roster.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { startBot } from '../../sandbox/start-bot.ts';
import { examine } from '../../src/compose/doctor/doctor.ts';
import { unhurried } from '../support/patience.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { openDocuments, untilQuiet } from './support/documents.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';

/** Half of the centre has not installed the app; the team has it. */
describe('a team that has the app, over the wire', function () {
  this.timeout(60_000);
  // Each step stands on the one before.
  this.bail(true);
  let sandbox: Sandbox;
  let place: CentreFolder;
  let bot: Awaited<ReturnType<typeof startBot>>;
  const sample = sampleCentre();
  const have = new Set(['le', 'dao', 'khanh', 'bao']);
  const without = sample.rows
    .map(({ email }) => email.split('@')[0] ?? '')
    .filter((key) => key !== '' && !have.has(key));

  before(async () => {
    const clock = movableClock('2026-10-26T08:00');
    const reach = { ...sample.reach, notInstalled: without, blocked: [] };
    sandbox = await startOverheard({ clock, roster: { ...sample, reach } });
    place = centreFolder();
    bot = await startBot({ port: 0, clock, env: place.env, ...unhurried });
    sandbox.connect(bot.url);
  });
  after(async () => {
    await bot.stop();
    await sandbox.stop();
    place.remove();
  });
  async function quiet(): Promise<void> {
    const documents = openDocuments(place.folder);
    await untilQuiet(documents, sandbox);
    await documents.close();
  }
  /** What the doctor says of the team once its members are read. */
  async function teamRead(): Promise<string> {
    for (;;) {
      const findings = await examine({ ...place.env, PORT: new URL(bot.url).port });
      const team = findings.find(({ about }) => about === 'team');
      if (team?.says.includes('read at') === true) return `${team.state} ${team.says}`;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const heard = (key: string) =>
    sandbox
      .as(key)
      .messages()
      .map(({ summary }) => summary);

  it('makes the roster’s people known without a word to them, and no one else', async () => {
    await sandbox.install();
    const told = await teamRead();
    await quiet();
    const { byOperation } = sandbox.ledger();
    assert.ok((byOperation.members ?? 0) >= 1);
    assert.ok((byOperation.create ?? 0) > 40, `${byOperation.create}`);
    for (const key of ['hoa', 'duc', 'tho', 'khach', 'nguoimoi', 'mai']) assert.deepEqual(heard(key), [], key);
    assert.match(told, /^ok Trung tâm Dịch vụ việc làm: \d+ members, 5\d of them on the roster/);
  });

  it('has the launch reach people who have never written; whoever is in no team is told to the office with the reason', async () => {
    const le = sandbox.as('le');
    await sandbox.as('le').channel('office').mention('kênh văn phòng');
    const [form] = await le.say('phát động');
    assert.ok(form);
    const missed = await le.click(form, 'announce.people');
    assert.match(missed.message.words, /Đàng Năng Thọ/);
    assert.match(missed.message.words, /Nhóm “Trung tâm Dịch vụ việc làm”: đọc thành viên lúc/);
    assert.ok(!missed.message.words.includes(sandbox.as('hoa').person.fullName));
    const [again] = await le.say('phát động');
    assert.ok(again);
    const preview = await le.click(again, 'announce.launch', { number: '15', issuedOn: '23/10/2026' });
    await le.click(preview.message, 'announce.launch');
    await sandbox.as('hoa').next(({ words }) => words.includes('Kế hoạch'), 30_000);
    await quiet();
    assert.equal(heard('hoa').length, 1);
    for (const key of ['tho', 'khach', 'mai']) assert.deepEqual(heard(key), [], key);
  });

  it('is answered like anybody who has the app, and welcomed once with the first word', async () => {
    const hoa = sandbox.as('hoa');
    const welcomed = () => heard('hoa').filter((summary) => summary === 'Trợ lý thi đua, khen thưởng').length;
    const [answer] = await hoa.say('việc của tôi');
    assert.match(answer?.words ?? '', /Việc/);
    await quiet();
    assert.equal(welcomed(), 1);
    await hoa.say('việc của tôi');
    await quiet();
    assert.deepEqual([welcomed(), heard('hoa').filter((summary) => /Phát động/.test(summary)).length], [1, 1]);
  });
});
