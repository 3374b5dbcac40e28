import assert from 'node:assert/strict';
import type { DurationLike } from 'luxon';
import type { PersonClient } from '../../sandbox/client.ts';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { type ClickResult, isOwed, type SeenMessage } from '../../sandbox/seen.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { sheetTyped } from '../support/sheet.ts';
import { waitUntil } from '../support/wait-until.ts';

const pdf = sampleFiles.find(({ name }) => name.endsWith('.pdf'));

/** Says a command and gives the answer, though what had become due may come in the same moment. */
async function ask(who: PersonClient, text: string): Promise<SeenMessage> {
  const messages = await who.say(text);
  const answer = messages.findLast(({ card }) => card === undefined || !isOwed(card));
  assert.ok(answer, `no answer to “${text}”`);
  return answer;
}
const shows = (result: ClickResult, pattern: RegExp): SeenMessage => {
  assert.match(`${result.message.words}\n${result.notice ?? ''}`, pattern);
  return result.message;
};
/** Waits for a message with these words; messages come at the pace that Teams allows one conversation. */
const hears = (who: { next: PersonClient['next'] }, pattern: RegExp): Promise<SeenMessage> =>
  who.next((m) => pattern.test(m.words), 40_000);
/** The same where it may have come with the answer to what the person did. */
const hearsAmong = async (answered: readonly SeenMessage[], who: PersonClient, pattern: RegExp): Promise<SeenMessage> =>
  answered.find(({ words }) => pattern.test(words)) ?? (await hears(who, pattern));

export interface StoryCentre {
  readonly sandbox: Sandbox;
  /** The bot's and the sandbox's. */
  readonly clock: {
    set(iso: string): void | Promise<void>;
    advance(by: DurationLike): void | Promise<void>;
  };
  close(): Promise<void>;
}

/** A round from launch to results over the wire, as the people of the sample centre live it. @param open a centre of 60 people at the launch */
export function tellStory(suite: Mocha.Suite, open: () => Promise<StoryCentre>): void {
  suite.timeout(120_000);
  oneAfterAnother(suite);
  let centre: StoryCentre;
  const as = (key: string): PersonClient => centre.sandbox.as(key);

  before(async () => {
    centre = await open();
  });
  after(() => centre?.close());

  /** A posted card comes to show this: within seconds of its record's change, none more often than once in five. */
  async function follows(chat: Pick<PersonClient, 'messages'>, id: string, pattern: RegExp): Promise<void> {
    const words = (): string => chat.messages().find((m) => m.id === id)?.words ?? '';
    for (let tries = 0; tries < 50 && !pattern.test(words()); tries++) {
      await centre.clock.advance({ seconds: 1 });
      await centre.sandbox.idle(200);
    }
    assert.match(words(), pattern);
  }

  /** What the card's link gives to whoever opens it in a browser. */
  async function downloaded(message: SeenMessage): Promise<Buffer> {
    const address = /"url":"([^"]+)"/.exec(JSON.stringify(message.card))?.[1];
    assert.ok(address, 'the card has a link');
    const answer = await fetch(address);
    assert.equal(answer.status, 200, await answer.clone().text());
    return Buffer.from(await answer.arrayBuffer());
  }

  /** One person's dossier from first criterion to receipt. */
  async function sendDossier(key: string): Promise<void> {
    const who = as(key);
    const sheet = await ask(who, 'tu danh gia');
    const typed = sheetTyped(sheet.card, `Kết quả nổi bật của ${key}.`);
    const result = await who.click(sheet, 'assess.sheet', { ...typed, level: 'unit' }, { title: 'Xem lại và gửi' });
    shows(result, /Đã lưu đủ các tiêu chuẩn\. Hồ sơ CHƯA gửi/);
    const sent = await who.click(result.message, 'nomination.submit');
    shows(sent, /Đã gửi hồ sơ/);
    await hearsAmong(sent.messages, who, /Đã nhận hồ sơ/);
  }

  it('the office binds its channel and launches; number and date are asked for and may not be missing', async () => {
    const le = as('le');
    const [bound] = await le.channel('office').mention('kênh văn phòng');
    assert.match(bound?.words ?? '', /Đã gắn kênh/);
    const prepare = await ask(le, 'phát động');
    assert.match(prepare.words, /59\s[\s\S]*\s5[78]\s+Nhận được ngay[\s\S]*giá trị mẫu/);
    const blank = await le.click(prepare, 'announce.launch', { number: '', issuedOn: '' });
    shows(blank, /PLAN_NUMBER_MISSING/);
    const preview = await le.click(blank.message, 'announce.launch', { number: '15', issuedOn: '15/06/2023' });
    shows(preview, /Kế hoạch số 15\/KH-DVVVKH ngày 15\/06\/2023/);
    shows(await le.click(preview.message, 'announce.launch'), /Đã phát động/);
    await hears(as('dao').channel('office'), /Đã phát động phong trào/);
  });

  it('everyone has it in the personal chat, heads theirs with their duties; reading is acknowledged once', async () => {
    const hoa = as('hoa');
    // Dozens of messages leave within a second or two, and answers between them.
    await centre.sandbox.idle(300);
    const launch = await hears(hoa, /Kính gửi chị Nguyễn Thị Thanh Hoa\.\s+Thực hiện Kế hoạch/);
    const head = await hears(as('nghia'), /Kính gửi Trưởng phòng[\s\S]*Thực hiện Kế hoạch/);
    assert.match(head.words, /Xác nhận hồ sơ cá nhân, lập hồ sơ tập thể/);
    shows(await hoa.click(launch, 'announce.acknowledge'), /Đã đọc lúc 08:00 ngày 26\/10\/2026/);
    shows(await hoa.click(launch, 'announce.acknowledge', {}, { stale: true }), /Đã đọc lúc/);
    const progress = await ask(as('le'), 'phát động');
    assert.match(progress.words, /Đã đọc/);
    assert.match(progress.words, /Phòng Tư vấn – Giới thiệu việc làm\s+1\/14/);
  });

  it('the office sees who was reached, and takes the list along as a workbook', async () => {
    const le = as('le');
    // A busy machine may still be sending: it is asked again.
    let list = await ask(le, 'đối soát');
    await waitUntil('all but two have it', async () => {
      if (!/57\/59 người đã nhận/.test(list.words)) list = await ask(le, 'đối soát');
      return /57\/59 người đã nhận/.test(list.words);
    });
    const shown = await le.click(list, 'sending.show');
    shows(shown, /Đã xác nhận đọc: 1\/59 người/);
    const made = await le.click(shown.message, 'sending.export');
    const book = await downloaded(shows(made, /Đã lập bảng với 59 người/));
    assert.equal(book.subarray(0, 2).toString(), 'PK');
    const refused = await ask(as('hoa'), 'đối soát');
    assert.match(refused.words, /NOT_ALLOWED_RECONCILE/);
  });

  it('people read the plan by section', async () => {
    const contents = await ask(as('hoa'), 'ke hoach');
    const section = await as('hoa').click(contents, 'plan.section');
    assert.equal(section.status, 200);
    assert.ok(section.message.words.length > 200);
  });

  it('the office opens the round of the year', async () => {
    const le = as('le');
    const choose = await ask(le, 'mở đợt');
    const confirm = await le.click(choose, 'round.open');
    shows(confirm, /30\/11\/2026/);
    shows(await le.click(confirm.message, 'round.open'), /Đã mở đợt/);
    shows(await le.click(confirm.message, 'round.open', {}, { stale: true }), /đã (được )?mở/i);
  });

  it('staff assess themselves, attach evidence to a criterion, and submit', async () => {
    const hoa = as('hoa');
    assert.ok(pdf);
    await hoa.say('minh chứng');
    const answered = await hoa.upload('báo-cáo quý.pdf', pdf.bytes());
    const received = await hearsAmong(answered, hoa, /Kết quả nhận tệp/);
    const input = /"id":"(to\d+)"/.exec(JSON.stringify(received.card))?.[1] ?? '';
    const choice = /"value":"([^"]* CN1)"/.exec(JSON.stringify(received.card))?.[1] ?? '';
    const sorted = await hoa.click(received, 'evidence.sort', { [input]: choice });
    shows(sorted, /báo-cáo quý\.pdf/);
    await sendDossier('hoa');
  });

  it('the head is told at once, reads by criterion with the evidence, and agrees', async () => {
    const nghia = as('nghia');
    const queue = await hears(nghia, /Hồ sơ chờ ý kiến[\s\S]*Nguyễn Thị Thanh Hoa/);
    const opened = await nghia.click(queue, 'review.open');
    shows(opened, /Kết quả nổi bật của hoa/);
    const criterion = await nghia.click(opened.message, 'review.criterion', {}, { data: { criterion: 'CN1' } });
    const evidence = await nghia.click(criterion.message, 'evidence.open');
    assert.deepEqual(await downloaded(evidence.message), pdf?.bytes());
    const back = await ask(nghia, 'xác nhận');
    const reopened = await nghia.click(back, 'review.open');
    const done = await nghia.click(reopened.message, 'review.agree', {}, { title: 'Đồng ý → hồ sơ tiếp theo' });
    shows(done, /Đã ghi ý kiến đồng ý về hồ sơ của Nguyễn Thị Thanh Hoa[\s\S]*Không còn hồ sơ nào chờ ý kiến/);
    const again = await nghia.forge('review.agree', {
      nomination: 'nomination:annual-2026:nobody',
      rev: '1',
      confirm: 'yes',
    });
    assert.match(`${again.notice}${again.error}`, /Mã: /);
  });

  it('the head of another department can do nothing to it', async () => {
    const thuy = as('thuy');
    const queue = await ask(thuy, 'xác nhận');
    assert.doesNotMatch(queue.words, /Nguyễn Thị Thanh Hoa/);
  });

  it('the office checks and accepts; the card it acted on follows, on every client, and the one a colleague has open', async () => {
    const le = as('le');
    const dao = as('dao');
    const queue = await hears(le, /Tiếp nhận hồ sơ[\s\S]*Nguyễn Thị Thanh Hoa/);
    const same = await hears(dao, /Tiếp nhận hồ sơ[\s\S]*Nguyễn Thị Thanh Hoa/);
    const theirs = await dao.click(same, 'intake.open', {}, { title: 'Nguyễn Thị Thanh Hoa' });
    const opened = await le.click(queue, 'intake.open', {}, { title: 'Nguyễn Thị Thanh Hoa' });
    shows(opened, /Kiểm tra thành phần và điều kiện[\s\S]*Đồng ý đề nghị/);
    shows(await le.click(opened.message, 'intake.accept'), /Đã tiếp nhận hồ sơ/);
    await hears(as('hoa'), /Đã tiếp nhận/);
    le.reload();
    // On to what waits next, which is nothing: after a reload, too, no card says that this dossier still waits.
    await follows(le, opened.message.id, /không có hồ sơ nào chờ tiếp nhận/);
    await follows(dao, theirs.message.id, /Phòng Tư vấn[^\n]*\nĐã tiếp nhận/);
    // A reaction makes the client show what the service holds.
    await dao.react(theirs.message);
    assert.match(
      dao.messages().find((m) => m.id === theirs.message.id)?.words ?? '',
      /Phòng Tư vấn[^\n]*\nĐã tiếp nhận/,
    );
    // The messages that told them stand above as they came.
    for (const [who, told] of [
      [le, queue],
      [dao, same],
    ] as const)
      assert.equal(who.messages().find((m) => m.id === told.id)?.words, told.words);
    // Whoever still clicks the old card of a second window changes nothing.
    const late = await dao.click(theirs.message, 'intake.accept', {}, { stale: true });
    assert.match(`${late.notice ?? ''}${late.message.words}`, /đã được|Đã tiếp nhận/);
  });

  it('before 1 December those who are not finished are reminded, heads get their list, the channel the digest without names', async () => {
    // Messages of a morning go out once every lane has looked at it.
    await centre.clock.set('2026-11-23T08:32');
    // And once nothing has been added to them for ten seconds: whoever sits before the bot waits for that, this test does not.
    await centre.sandbox.idle(300);
    await centre.clock.set('2026-11-23T08:33');
    const reminder = await hears(
      as('duc'),
      /Nhắc gửi hồ sơ đề nghị khen thưởng[\s\S]*Hạn gửi hồ sơ: hết ngày 30\/11\/2026/,
    );
    assert.match(reminder.words, /Không đề nghị xét/);
    const digest = await hears(as('dao').channel('office'), /TỔNG HỢP TIẾN ĐỘ/);
    assert.doesNotMatch(digest.words, /Nguyễn Thị Thanh Hoa/);
    await hears(as('nghia'), /Chưa hoàn thành/);
    await centre.sandbox.idle(500);
    assert.ok(
      !as('hoa')
        .messages()
        .some((m) => /Hồ sơ còn thiếu/.test(m.words)),
      'who has sent is left in peace',
    );
  });

  it('after 30/11 23:59:59 a submission is refused with the reason and what to do', async () => {
    const duc = as('duc');
    await centre.clock.set('2026-11-30T23:00');
    const card = await ask(duc, 'tự đánh giá');
    const typed = sheetTyped(card.card, 'Đúng hạn.');
    let result = await duc.click(card, 'assess.sheet', typed, { title: 'Lưu, gửi sau' });
    result = await duc.click(result.message, 'nomination.request');
    const confirm = await duc.click(result.message, 'nomination.request', { level: 'unit' });
    await centre.clock.set('2026-12-01T00:00:00');
    const refused = await duc.click(confirm.message, 'nomination.submit');
    shows(refused, /DEADLINE_PASSED/);
    shows(refused, /Phòng Hành chính – Nghiệp vụ/);
  });

  it("the council's outcome is recorded by its secretary from the meeting", async () => {
    await centre.clock.set('2026-12-08T09:00');
    const le = as('le');
    const council = await ask(le, 'hội đồng');
    assert.match(council.words, /Chờ Hội đồng xét: 01 cá nhân/);
    const form = await le.click(council, 'council.form');
    const recorded = await le.click(form.message, 'council.record', {
      heldOn: '2026-12-08',
      place: 'Phòng họp tầng 2',
    });
    shows(recorded, /đủ số tối thiểu 5/);
    const one = await le.click(recorded.message, 'council.case');
    // A click in the same moment would be the second of a double click.
    await centre.clock.set('2026-12-08T09:05');
    shows(await le.click(one.message, 'council.save', { level: 'unit', agree: 8, disagree: 0 }), /Mã: /);
    const saved = await le.click(one.message, 'council.save', { level: 'unit', agree: 6, disagree: 0 });
    shows(saved, /6\/7 thành viên, tỷ lệ 85,71%/);
    const closing = await le.click(saved.message, 'council.close');
    shows(await le.click(closing.message, 'council.close'), /Đã xác nhận kết quả/);
    const curious = await as('hoa').forge('council.show', { round: 'annual-2026' });
    assert.match(`${curious.notice}${curious.error}`, /Mã: /);
  });

  it('the director agrees, the office records number and date', async () => {
    const khanh = as('khanh');
    const waiting = await ask(khanh, 'quyết định');
    const content = await khanh.click(waiting, 'decide.agree');
    shows(await khanh.click(content.message, 'decide.agree'), /Đã ghi nhận Giám đốc đồng ý/);
    const le = as('le');
    const opened = await le.click(await ask(le, 'quyết định'), 'decide.decision');
    const paper = await le.click(opened.message, 'decide.paper');
    const done = await le.click(paper.message, 'decide.record', { number: '45/QĐ-DVVLKH', issuedOn: '2026-12-08' });
    shows(done, /45\/QĐ-DVVLKH/);
  });

  it('results go to the office channel and privately to each person concerned', async () => {
    const le = as('le');
    const page = await ask(le, 'công bố');
    const confirm = await le.click(page, 'publish.results');
    shows(await le.click(confirm.message, 'publish.results'), /công bố/);
    const list = await hears(as('dao').channel('office'), /45\/QĐ-DVVLKH/);
    assert.match(list.words, /Nguyễn Thị Thanh Hoa/);
    const own = await hears(as('hoa'), /Trân trọng thông báo[\s\S]*Giấy khen/);
    assert.match(own.words, /45\/QĐ-DVVLKH/);
    assert.doesNotMatch(own.words, /tán thành/);
    shows(await le.click(confirm.message, 'publish.results', {}, { stale: true }), /Đã ghi nhận công bố/);
    assert.match((await ask(as('hoa'), 'kết quả')).words, /45\/QĐ-DVVLKH/);
  });

  it('what was told stays in the chat, whatever was opened from it, on this client and after a reload', async () => {
    const hoa = as('hoa');
    const tellings = [
      [/Thực hiện Kế hoạch/, 'plan.show'],
      [/Đã mở đợt xét khen thưởng/, 'round.show'],
      [/Đã nhận hồ sơ/, 'dossier.show'],
      [/Đã tiếp nhận/, 'dossier.show'],
      [/Trân trọng thông báo[\s\S]*Giấy khen/, 'results.show'],
    ] as const;
    // What became of the round meanwhile is drawn into its cards within seconds: from then on nothing but a click could change them.
    await centre.clock.advance({ seconds: 6 });
    await centre.sandbox.idle(500);
    for (const [words, verb] of tellings) {
      const told = hoa.messages().find((m) => words.test(m.words) && JSON.stringify(m.card).includes(`"${verb}"`));
      assert.ok(told, `${words} is not there`);
      const before = hoa.messages().length;
      centre.sandbox.faults.add({ kind: 'redelivery', count: 1 });
      const opened = await hoa.click(told, verb);
      assert.equal(opened.notice, 'Đã mở ở tin mới, cuối cuộc trò chuyện này.');
      assert.equal(hoa.messages().length, before + 1, 'once, though the click came twice');
      assert.notEqual(opened.message.id, told.id);
      const onward = /"verb":"([^"]+)"/.exec(JSON.stringify(opened.message.card))?.[1];
      if (onward !== undefined) await hoa.click(opened.message, onward);
      assert.equal(hoa.messages().length, before + 1, 'and is turned over from then on');
      for (const _ of ['as it is', 'reloaded']) {
        assert.equal(hoa.messages().find((m) => m.id === told.id)?.words, told.words);
        hoa.reload();
      }
    }
  });

  it("the youth union calls; answers change the counts on the channel's card, and the secretary sees who", async () => {
    const bao = as('bao');
    await bao.channel('youth').mention('kênh chi đoàn');
    const form = await ask(bao, 'vận động');
    const preview = await bao.click(form, 'call.post', {
      title: 'Ngày hội việc làm lưu động',
      text: 'Tư vấn, giới thiệu việc làm cho thanh niên.',
      place: 'Nhà văn hóa xã Diên Khánh',
      date: '2026-12-19',
      time: '07:30',
      answerBy: '2026-12-15',
    });
    const posted = await bao.click(preview.message, 'call.post');
    shows(posted, /Đã ghi lời kêu gọi/);
    const channel = bao.channel('youth');
    const card = await hears(channel, /Ngày hội việc làm lưu động/);
    const invitation = await hears(as('duc'), /Ngày hội việc làm lưu động/);
    shows(await as('duc').click(invitation, 'call.answer', {}, { title: 'Tham gia' }), /Câu trả lời: Tham gia/);
    await follows(channel, card.id, /1\s+Tham gia\s+0\s+Có thể/);
    // Each sees their own answer on the one card of the channel, and nobody else's.
    const own = /Câu trả lời của anh\/chị: (.+) \(lúc/;
    assert.equal(own.exec((await as('duc').channel('youth').look(card)).words)?.[1], 'Tham gia');
    assert.doesNotMatch((await channel.look(card)).words, own);
    const said = await channel.click(card, 'call.answer', {}, { title: 'Có thể tham gia' });
    assert.equal(own.exec(said.message.words)?.[1], 'Có thể tham gia');
    await follows(as('duc').channel('youth'), card.id, /1\s+Tham gia\s+1\s+Có thể/);
    assert.equal(own.exec((await channel.look(card)).words)?.[1], 'Có thể tham gia');
    assert.equal(own.exec((await as('duc').channel('youth').look(card)).words)?.[1], 'Tham gia');
    const people = await bao.click(posted.message, 'call.people');
    shows(people, /Đỗ Đăng Đức/);
  });
}
