import assert from 'node:assert/strict';
import { sessionRecord } from '../../../src/records/council.ts';
import { confirmation, forwarded, id } from '../../support/after-council.ts';
import { crowd, dossier, meeting, openedRound, round, sessionOne } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { cutOff } from '../../support/cut-off.ts';
import { dept, type Office, openOffice, person, textOf } from '../../support/office.ts';
import { changeNomination } from '../../support/seed-round.ts';

const sessionTwo = `session:${round}:2`;
const told = async (office: Office) => (await office.owed('results.considered')).map(({ to }) => to).sort();
const read = async (office: Office, key: string, session = sessionOne) => {
  const shown = await office.as(key).page('results.considered', { session });
  if (shown !== null) assertGoodCard(shown.card);
  return textOf(shown?.card);
};

type Votes = Readonly<Record<string, Record<string, string>>>;
const votes: Votes = {
  [dept('advice')]: { outstanding: 'true' },
  [person('adviceHead')]: {},
  [person('an')]: { level: 'so' },
  [person('on')]: { agree: '1', disagree: '5', note: 'Ghi chú nội bộ' },
  [person('director')]: { outstanding: 'true' },
};

/** A meeting whose cases are voted on, 5 for and 0 against unless said. */
async function voted(office: Office, number: string, cases: Votes, heldOn = meeting.heldOn): Promise<void> {
  const secretary = office.as('secretary');
  const dossiers = Object.keys(cases).join(',');
  await secretary.click('council.record', { round, number, ...meeting, heldOn, dossiers });
  for (const [candidate, vote] of Object.entries(cases)) {
    const found = (await office.dump('nomination')).find((doc) => doc.id === `nomination:${round}:${candidate}`);
    await secretary.click('council.save', {
      session: `session:${round}:${number}`,
      candidate,
      rev: String(found?.rev),
      level: 'unit',
      agree: '5',
      disagree: '0',
      ...vote,
    });
  }
}
async function closed(office: Office, session = sessionOne): Promise<void> {
  const data = await confirmation(office, 'secretary', 'council.close', { session });
  await office.as('secretary').click('council.close', data);
}
async function sat(cases: Votes = votes): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00' });
  await openedRound(office);
  for (const candidate of Object.keys(cases)) await dossier(office, candidate);
  await voted(office, '1', cases);
  return office;
}

describe('what the council proposes, told to its candidates', () => {
  it('is told to each of them once its meeting is closed, and to nobody else; a head has both in one message', async () => {
    const office = await sat();
    await office.runDue();
    assert.deepEqual(await told(office), []);
    await closed(office);
    await office.runDue();
    assert.deepEqual(await told(office), ['adviceDeputy', 'adviceHead', 'an', 'director', 'on']);
    const head = await read(office, 'adviceHead');
    assert.match(
      head,
      /hồ sơ tập thể Phòng Tư vấn – Giới thiệu việc làm và đề nghị khen thưởng cấp đơn vị cho tập thể/,
    );
    assert.match(head, /Kính gửi Trưởng phòng Đỗ Ăn\. Tại phiên họp ngày 03\/12\/2026, Hội đồng đã xét hồ sơ/);
    const deputy = await read(office, 'adviceDeputy');
    assert.doesNotMatch(deputy, /Đỗ Ăn/);
  });

  it('says what comes next: the director decides, or the dossier goes to the parent department, the director’s own too', async () => {
    const office = await sat();
    await closed(office);
    assert.match(await read(office, 'adviceHead'), /Tiếp theo, Giám đốc Trung tâm[^.;]* xem xét, quyết định;/);
    assert.match(
      await read(office, 'an'),
      /đề nghị khen thưởng cấp Sở cho chị\. Tiếp theo, hồ sơ được trình Giám đốc Sở/,
    );
    assert.match(await read(office, 'director'), /cấp đơn vị cho Giám đốc\. Tiếp theo, hồ sơ được trình Giám đốc Sở/);
  });

  it('names no vote, no reason and no note, and is discreet where it is first seen to whoever is not proposed', async () => {
    const office = await sat();
    await closed(office);
    for (const key of ['an', 'on', 'adviceHead', 'director']) {
      const text = await read(office, key);
      assert.doesNotMatch(text, /phiếu|tỷ lệ|[Tt]án thành|Ghi chú nội bộ|\d+\/\d+ thành viên/, key);
    }
    assert.match(await read(office, 'on'), /chưa đề nghị khen thưởng chị đợt này\. Trung tâm trân trọng ghi nhận/);
    const preview = async (key: string) =>
      (await office.as(key).page('results.considered', { session: sessionOne }))?.summary;
    assert.equal(await preview('on'), 'Hội đồng đã xét hồ sơ');
    assert.equal(await preview('an'), 'Hội đồng đề nghị khen thưởng');
  });

  it('is what the dossier and the results say meanwhile', async () => {
    const office = await sat();
    assert.match((await office.as('on').say('kết quả')).text, /đang được xét/);
    await closed(office);
    const redrawn = (await office.dump('refresh')).map(({ data }) => (data as { subject: string }).subject);
    assert.ok(redrawn.includes(`deciding:${round}`), 'also on a card that was asked for before');
    assert.match((await office.as('on').say('kết quả')).text, /chưa đề nghị khen thưởng chị/);
    assert.match((await office.as('on').say('hồ sơ')).text, /Hội đồng chưa đề nghị, chờ quyết định/);
    assert.match((await office.as('an').say('hồ sơ')).text, /Hội đồng đề nghị, chờ quyết định/);
  });

  it('is told once, whatever is done twice', async () => {
    const office = await sat();
    const data = await confirmation(office, 'secretary', 'council.close', { session: sessionOne });
    await office.as('secretary').click('council.close', data);
    await office.runDue();
    const owed = await office.owed();
    await office.as('secretary').click('council.close', data);
    await office.runDue();
    assert.deepEqual(await office.owed(), owed);
  });

  it('is told of each meeting to its own candidates; who was looked at again is told the corrected result', async () => {
    const office = await sat({ [person('an')]: {}, [person('on')]: {} });
    await closed(office);
    await office.runDue();
    const back = { nomination: id('an'), rev: '4', reason: 'Làm rõ phạm vi sáng kiến' };
    await office.as('director').click('decide.sendBack', back);
    assert.equal(await read(office, 'an'), '', 'what was taken back is not told any more');
    for (const [asked, said] of [
      ['kết quả', /Hội đồng đã xét hồ sơ của anh\/chị tại phiên họp ngày 03\/12\/2026; hồ sơ đang được xem xét lại/],
      ['hồ sơ', /Hội đồng\nĐã xem xét tại phiên họp ngày 03\/12\/2026; đang được xem xét lại/],
    ] as const) {
      const { text } = await office.as('an').say(asked);
      assert.match(text, said);
      assert.doesNotMatch(text, /phạm vi|Giám đốc/, 'who asked for it and why is told to the council');
    }
    assert.match((await office.as('secretary').say('việc của tôi')).text, /1 hồ sơ chờ ghi nhận kết quả họp Hội đồng/);
    await dossier(office, person('thao'));
    office.set('2026-12-11T09:00:00');
    await voted(office, '2', { [person('an')]: { agree: '1', disagree: '5' }, [person('thao')]: {} }, '2026-12-10');
    await closed(office, sessionTwo);
    await office.runDue();
    assert.deepEqual(await told(office), ['an', 'an', 'on', 'thao']);
    const again = await read(office, 'an', sessionTwo);
    assert.match(again, /ngày 10\/12\/2026, Hội đồng đã xem xét lại hồ sơ và chưa đề nghị/);
    assert.doesNotMatch(again, /Làm rõ phạm vi/);
    assert.match(await read(office, 'thao', sessionTwo), /Hội đồng đã xét hồ sơ/);
    assert.equal(await read(office, 'an'), '');
  });

  it('is not told of a dossier on hold, nor once something else was told of it', async () => {
    const office = await sat();
    await changeNomination(office, id('on'), { state: 'onHold' });
    await closed(office);
    await changeNomination(office, id('adviceHead'), { state: 'onHold' });
    office.set('2026-12-12T09:00:00');
    await forwarded(office);
    await office.runDue();
    assert.deepEqual(await told(office), ['adviceDeputy', 'adviceHead']);
    assert.doesNotMatch(await read(office, 'adviceHead'), /Kính gửi Trưởng phòng/);
    for (const key of ['on', 'an', 'director']) assert.equal(await read(office, key), '', key);
  });

  it('is shown to nobody before the closing, to nobody without a dossier, and of no meeting that is none', async () => {
    const office = await sat();
    assert.equal(await read(office, 'an'), '');
    await assert.rejects(office.as('an').click('council.close', { session: sessionOne, confirm: 'yes' }));
    await office.runDue();
    assert.deepEqual(await told(office), []);
    await closed(office);
    for (const key of ['thao', 'hniê', 'office']) assert.equal(await read(office, key), '', key);
    assert.equal(await read(office, 'an', 'session:annual-2026:9'), '');
  });

  it('follows a date of the meeting that is corrected', async () => {
    const office = await sat();
    await closed(office);
    const stored = await office.store.get('test-unit', sessionOne);
    assert.equal(stored?.doc.type, sessionRecord.type);
    const amended = { session: sessionOne, rev: String(stored.doc.rev), ...meeting, heldOn: '2026-12-02' };
    await office.as('secretary').click('council.amend', amended);
    assert.match(await read(office, 'an'), /phiên họp ngày 02\/12\/2026/);
  });

  it('is told to all ninety of a long list, once, after a closing that was cut off', async () => {
    const office = await openOffice({ now: '2026-12-04T09:00:00' });
    await openedRound(office);
    const council = { session: sessionOne, level: 'unit', agree: 5, disagree: 0, note: '', outstanding: null };
    const everyone = await crowd(office, 90, { council });
    await office.as('secretary').click('council.record', { round, number: '1', ...meeting, dossiers: 'all' });
    const data = await confirmation(office, 'secretary', 'council.close', { session: sessionOne });
    await cutOff(office, 3, () => office.as('secretary').click('council.close', data));
    await office.runDue();
    assert.deepEqual(await told(office), [], 'nothing of a meeting that is not closed');
    await closed(office);
    await office.runDue();
    assert.deepEqual(await told(office), everyone.map((each) => each.replace('person:', '')).sort());
  }).timeout(20_000);
});
