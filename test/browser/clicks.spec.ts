import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { countClicks } from './support/count-clicks.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/clicks/', import.meta.url).pathname;

/** Of one department, in the order in which they send; when they do, and how often their head has been asked by then. */
const candidates = [
  { key: 'hoa', name: 'Nguyễn Thị Thanh Hoa', at: '2026-10-27T09:00', asked: 1 },
  { key: 'hhen', name: "H'Hen Niê", at: '2026-10-27T09:30', asked: 1 },
  { key: 'tu', name: 'Đinh Thị Cẩm Tú', at: '2026-10-27T11:00', asked: 1 },
  { key: 'duyen', name: 'Công Tằng Tôn Nữ Thị Mỹ Duyên', at: '2026-10-27T15:20', asked: 2 },
] as const;

/** In the order of the plan. */
const milestones = [
  ...['2026-11-20', '2026-12-05', '2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15'],
  ...['2026-12-16', '2026-12-17', '2026-12-28', '2026-12-31', '2027-06-30'],
];

describe('how many clicks it takes, in a browser', function () {
  this.timeout(90_000);
  oneAfterAnother(this);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;
  let clicks: Awaited<ReturnType<typeof countClicks>>;

  before(async function () {
    browser = await openBrowser(this);
    centre = await openCentre();
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    clicks = await countClicks(teams.page);
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  const picture = (name: string) => teams.page.screenshot({ path: `${pictures}${name}.png` });
  /** The newest message, once it says this. */
  async function told(words: string | RegExp): Promise<Locator> {
    const message = teams.message(words);
    await message.waitFor();
    return message;
  }
  const pressIn = async (words: string | RegExp, name: string | RegExp): Promise<void> =>
    teams.press(await told(words), name);
  /** How many messages have asked the head of the candidates' department for an opinion, once there are so many. */
  async function requestsOnce(n: number): Promise<number> {
    await teams.become('nghia');
    const requests = teams.page.getByTestId('message').filter({ hasText: 'Hồ sơ chờ ý kiến' });
    await requests.nth(n - 1).waitFor();
    return requests.count();
  }

  it('the office launches and opens the round in one: 3', async () => {
    await teams.become('le');
    await teams.say('phát động');
    await pressIn('Chuẩn bị phát động', 'Kiểm tra và xem trước');
    await teams.decide(teams.message('Xem trước và xác nhận'), 'Mở đợt cùng lúc');
    await teams.decide(teams.message('Đợt mở cùng lúc'), 'Phát động và mở đợt');
    await told('Đã phát động');
    assert.equal(await clicks.taken(), 3);
  });

  it('the office dates all milestones: 2', async () => {
    await teams.say('mốc việc');
    await pressIn('Các mốc của đợt', 'Đặt ngày các mốc');
    const sheet = await told('Lưu các ngày');
    const inputs = sheet.locator('input[type=date]');
    for (const [n, day] of milestones.entries()) await inputs.nth(n).fill(day);
    await picture('milestones');
    await teams.press(sheet, 'Lưu các ngày');
    await told('Đã lưu: 11/11 mốc có ngày');
    assert.equal(await clicks.taken(), 2);
  });

  for (const { key, name, at, asked } of candidates)
    it(`${name} sends a dossier from the round's notice: 5, two ratings among them, on 2 cards`, async () => {
      await teams.moveClock(at);
      await teams.become(key);
      await pressIn('Phát động phong trào', 'Tự đánh giá');
      const sheet = await told('Tự đánh giá, đề nghị xét khen thưởng');
      for (const [n, criterion] of ['CN1', 'CN2'].entries()) {
        await sheet.getByLabel('Đạt', { exact: true }).nth(n).check();
        await sheet.getByLabel(`${criterion} – Nội dung`).fill(`Kết quả nổi bật, vượt tiến độ (${criterion}).`);
      }
      await teams.press(sheet, 'Xem lại và gửi');
      await teams.decide(teams.message('Xác nhận gửi hồ sơ'), 'Gửi hồ sơ');
      await told('Đã nhận hồ sơ');
      assert.equal(await clicks.taken(), 5);
      assert.equal(await requestsOnce(asked), asked);
    });

  it('their head is asked at once, at 15:00 for the rest, and the next morning for what came later', async () => {
    await teams.moveClock('2026-10-28T08:32');
    assert.equal(await requestsOnce(3), 3);
    await picture('requests');
  });

  it('somebody places four files: 2', async () => {
    await teams.become('duc');
    const pdf = sampleFiles.find(({ name }) => name.endsWith('.pdf'));
    assert.ok(pdf);
    const files = ['một', 'hai', 'ba', 'bốn'].map((name) => ({
      name: `${name}.pdf`,
      buffer: Buffer.concat([pdf.bytes(), Buffer.from(`%${name}\n`)]),
      mimeType: 'application/pdf',
    }));
    await teams.upload(...files);
    const received = await told('Kết quả nhận tệp');
    await received.getByLabel(/^CN1/).first().check();
    await picture('four-files');
    await teams.press(received, 'Lưu tiêu chuẩn');
    await told('Đã gắn 4 minh chứng với tiêu chuẩn');
    assert.equal(await clicks.taken(), 2);
  });

  it('the head gives an opinion on each: 1 to open the first, 1 each, on to the next', async () => {
    await teams.become('nghia');
    await pressIn('Hồ sơ chờ ý kiến', candidates[0].name);
    for (const { name } of candidates) {
      assert.equal(await clicks.taken(), 1);
      await teams.decide(teams.message(name).filter({ hasText: 'Kết quả nổi bật' }), 'Đồng ý → hồ sơ tiếp theo');
      await told(`Đã ghi ý kiến đồng ý về hồ sơ của ${name}`);
    }
    await picture('opinions');
    assert.equal(await clicks.taken(), 1);
  });

  it('the office accepts each: 1 to open the first, 1 each, on to the next', async () => {
    await teams.become('le');
    await teams.say('tiếp nhận');
    await pressIn('Tìm người, hồ sơ', candidates[0].name);
    for (const { name } of candidates) {
      assert.equal(await clicks.taken(), 1);
      await teams.decide(teams.message(name).filter({ hasText: 'Kiểm tra thành phần' }), 'Tiếp nhận → hồ sơ tiếp theo');
      await told(`Đã tiếp nhận hồ sơ của ${name}`);
    }
    await picture('accepted');
    assert.equal(await clicks.taken(), 1);
  });

  it('the office records all signed originals of the round: 2', async () => {
    await teams.say('tiếp nhận');
    await pressIn('Tìm người, hồ sơ', 'Bản chính còn thiếu: 4');
    await teams.decide(teams.message('Hồ sơ đã nhận bản chính'), 'Ghi nhận');
    await told('Đã ghi nhận bản chính của 4 hồ sơ');
    assert.equal(await clicks.taken(), 2);
  });

  it('the council of one mind is recorded: 4, two of them for the outcome of all dossiers', async () => {
    await teams.moveClock('2026-12-11T09:00');
    await teams.say('hội đồng');
    await pressIn('Hồ sơ chờ xét', 'Ghi phiên họp');
    const meeting = await told('Thành viên có mặt');
    await meeting.getByLabel('Địa điểm').fill('Phòng họp tầng 2');
    await teams.press(meeting, 'Ghi phiên họp');
    const session = await told('Đã ghi phiên họp số 1');
    assert.equal(await clicks.taken(), 2);
    await teams.press(session, 'Ghi nhất trí theo đề nghị');
    await teams.decide(teams.message('Hồ sơ được nhất trí'), 'Ghi các hồ sơ đã chọn');
    await told('Đã ghi kết quả nhất trí của 4 hồ sơ');
    assert.equal(await clicks.taken(), 2);
    await picture('council');
  });

  it('and the page raised no error on the way', () => assert.deepEqual(teams.problems, []));
});
