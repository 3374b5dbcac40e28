import assert from 'node:assert/strict';
import type { ClickResult, PersonClient, SeenMessage } from '../../sandbox/client.ts';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { type Centre, openCentre } from './support/open-centre.ts';

const pdf = sampleFiles.find(({ name }) => name.endsWith('.pdf'));

/** Says a command and answers its card. */
async function ask(who: PersonClient, text: string): Promise<SeenMessage> {
  const messages = await who.say(text);
  const answer = messages.at(-1);
  assert.ok(answer, `no answer to “${text}”`);
  return answer;
}
const shows = (result: ClickResult, pattern: RegExp): SeenMessage => {
  assert.match(`${result.message.words}\n${result.notice ?? ''}`, pattern);
  return result.message;
};
/** Waits for a message with these words; messages come at the pace that Teams allows one conversation. */
const hears = (who: { next: PersonClient['next'] }, pattern: RegExp): Promise<SeenMessage> =>
  who.next((m) => pattern.test(m.words), 15_000);

describe('the story of a round, over the wire', function () {
  this.timeout(60_000);
  // Each chapter stands on the one before.
  this.bail(true);
  let centre: Centre;
  const as = (key: string): PersonClient => centre.sandbox.as(key);

  before(async () => {
    centre = await openCentre();
  });
  after(() => centre.close());

  /** One person's dossier from first criterion to receipt. */
  async function sendDossier(key: string): Promise<void> {
    const who = as(key);
    let card = await ask(who, 'tu danh gia');
    let result = await who.click(card, 'assess.open', {}, { title: 'Mở tiêu chuẩn CN1' });
    for (;;) {
      const last = !result.message.words.includes('Lưu và sang tiêu chuẩn tiếp');
      const title = last ? 'Lưu và xem tổng quan' : 'Lưu và sang tiêu chuẩn tiếp';
      result = await who.click(
        result.message,
        'assess.save',
        { rating: 'met', words: `Kết quả nổi bật của ${key}.` },
        { title },
      );
      if (last) break;
    }
    result = await who.click(result.message, 'nomination.request');
    result = await who.click(result.message, 'nomination.request', { level: 'unit' });
    card = shows(result, /Đang chuẩn bị/);
    result = await who.click(card, 'nomination.submit');
    shows(await who.click(result.message, 'nomination.submit'), /Đã nhận hồ sơ/);
  }

  it('the office binds its channel and launches; number and date are asked for and may not be missing', async () => {
    const le = as('le');
    const [bound] = await le.channel('office').mention('kênh văn phòng');
    assert.match(bound?.words ?? '', /Đã gắn kênh/);
    const prepare = await ask(le, 'phát động');
    assert.match(prepare.words, /59\s[\s\S]*\s5[56]\s+Nhận được ngay[\s\S]*giá trị mẫu/);
    const blank = await le.click(prepare, 'announce.launch', { number: '', issuedOn: '' });
    shows(blank, /PLAN_NUMBER_MISSING/);
    const preview = await le.click(blank.message, 'announce.launch', { number: '15', issuedOn: '15/06/2023' });
    shows(preview, /Kế hoạch số 15\/KH-DVVVKH ngày 15\/06\/2023/);
    shows(await le.click(preview.message, 'announce.launch'), /Đã phát động/);
    await hears(as('dao').channel('office'), /Đã phát động phong trào/);
  });

  it('everyone has it in the personal chat, heads theirs with their duties; reading is acknowledged once', async () => {
    const hoa = as('hoa');
    const launch = await hears(hoa, /Kính gửi anh\/chị Nguyễn Thị Thanh Hoa\.\s+Thực hiện Kế hoạch/);
    const head = await hears(as('nghia'), /Kính gửi Trưởng phòng/);
    assert.match(head.words, /Xác nhận hồ sơ cá nhân, lập hồ sơ tập thể/);
    shows(await hoa.click(launch, 'announce.acknowledge'), /Đã đọc lúc 08:00 26\/10\/2026/);
    shows(await hoa.click(launch, 'announce.acknowledge', {}, { stale: true }), /Đã đọc lúc/);
    const progress = await ask(as('le'), 'phát động');
    assert.match(progress.words, /Đã đọc/);
    assert.match(progress.words, /Phòng Tư vấn – Giới thiệu việc làm\s+1\/14/);
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
    const received = (await hoa.upload('báo-cáo quý.pdf', pdf.bytes())).find((m) =>
      m.words.includes('Kết quả nhận tệp'),
    );
    assert.ok(received);
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
    const confirm = await nghia.click(opened.message, 'review.agree');
    shows(await nghia.click(confirm.message, 'review.agree'), /Đã ghi ý kiến đồng ý/);
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

  it('the office checks and accepts; the card it acted on follows', async () => {
    const le = as('le');
    const queue = await hears(le, /Tiếp nhận hồ sơ[\s\S]*Nguyễn Thị Thanh Hoa/);
    const opened = await le.click(queue, 'intake.open', {}, { title: 'Nguyễn Thị Thanh Hoa' });
    shows(opened, /Kiểm tra thành phần và điều kiện[\s\S]*Đồng ý đề nghị/);
    shows(await le.click(opened.message, 'intake.accept'), /Đã tiếp nhận hồ sơ/);
    await hears(as('hoa'), /Đã tiếp nhận/);
    centre.clock.advance({ seconds: 6 });
    await centre.sandbox.idle(200);
    as('le').reload();
    const stored = le.messages().find((m) => m.id === queue.id);
    assert.match(stored?.words ?? '', /Đã tiếp nhận/);
  });

  it('before 1 December those who are not finished are reminded, heads get their list, the channel the digest without names', async () => {
    centre.clock.set('2026-11-23T08:30');
    const reminder = await hears(as('duc'), /Hạn gửi hồ sơ: 23 giờ 59 phút ngày 30\/11\/2026/);
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
    centre.clock.set('2026-11-30T23:00');
    const card = await ask(duc, 'tự đánh giá');
    let result = await duc.click(card, 'assess.open', {}, { title: 'Mở tiêu chuẩn CN1' });
    result = await duc.click(
      result.message,
      'assess.save',
      { rating: 'met', words: 'Đúng hạn.' },
      { title: 'Lưu và sang tiêu chuẩn tiếp' },
    );
    result = await duc.click(
      result.message,
      'assess.save',
      { rating: 'met', words: 'Đúng hạn.' },
      { title: 'Lưu và xem tổng quan' },
    );
    result = await duc.click(result.message, 'nomination.request');
    result = await duc.click(result.message, 'nomination.request', { level: 'unit' });
    const confirm = await duc.click(result.message, 'nomination.submit');
    centre.clock.set('2026-12-01T00:00:00');
    const refused = await duc.click(confirm.message, 'nomination.submit');
    shows(refused, /DEADLINE_PASSED/);
    shows(refused, /Phòng Hành chính – Nghiệp vụ/);
  });
});
