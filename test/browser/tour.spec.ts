import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/tour/', import.meta.url).pathname;

describe('the tour, in a browser', function () {
  this.timeout(90_000);
  oneAfterAnother(this);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await openBrowser(this);
    centre = await openCentre();
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  const picture = (name: string) => teams.page.screenshot({ path: `${pictures}${name}.png` });

  it('the office binds the channel, launches and opens the round by clicking', async () => {
    await teams.become('le');
    await teams.chat('office');
    await teams.mention('kênh văn phòng');
    await teams.message('Kênh đã được gắn').waitFor();
    await teams.chat('personal');
    await teams.say('phát động');
    await teams.press(teams.message('Chuẩn bị phát động'), 'Kiểm tra và xem trước');
    await picture('launch-preview');
    await teams.decide(teams.message('Xem trước và xác nhận'), 'Phát động');
    await teams.message('Đã phát động').waitFor();
    await teams.say('mở đợt');
    await teams.press(teams.message('Đợt xét khen thưởng năm 2026'), /Đợt xét khen thưởng năm 2026|Mở đợt|Chọn/);
    await teams.decide(teams.message('Kiểm tra và xác nhận'), 'Mở đợt');
    await teams.message('Đã mở đợt').waitFor();
    await picture('round-opened');
  });

  it('a member of staff reads, fills in the criteria, uploads a file and sends the dossier', async () => {
    await teams.become('hoa');
    await teams.press(teams.message('Thực hiện Kế hoạch số 15'), 'Đã đọc');
    await teams.message('Đã đọc lúc').waitFor();
    await teams.say('tự đánh giá');
    const sheet = teams.message('Tự đánh giá, đề nghị xét khen thưởng');
    for (const [n, criterion] of ['CN1', 'CN2'].entries()) {
      await sheet.getByLabel('Đạt', { exact: true }).nth(n).check();
      await sheet.getByLabel(`${criterion} – Nội dung`).fill(`Kết quả nổi bật, vượt tiến độ (${criterion}).`);
    }
    await picture('sheet');
    await teams.press(sheet, 'Lưu, gửi sau');
    await teams.message('Hồ sơ CHƯA gửi').waitFor();

    const pdf = sampleFiles.find(({ name }) => name.endsWith('.pdf'));
    assert.ok(pdf);
    await teams.upload({ name: 'báo-cáo.pdf', buffer: pdf.bytes(), mimeType: 'application/pdf' });
    const received = teams.message('Kết quả nhận tệp');
    await received
      .locator('select')
      .first()
      .selectOption({ label: 'CN1. Bám sát nhiệm vụ, tích cực tham gia phong trào' });
    await teams.press(received, 'Lưu tiêu chuẩn');
    await teams.message('báo-cáo.pdf').waitFor();

    await teams.say('tự đánh giá');
    await teams.press(teams.message('Hồ sơ CHƯA gửi'), 'Đề nghị xét');
    await teams.press(teams.message('Cấp khen thưởng đề nghị'), 'Đề nghị xét');
    await teams.decide(teams.message('Xác nhận gửi hồ sơ'), 'Gửi hồ sơ');
    await teams.message('Đã nhận hồ sơ').waitFor();
    await picture('receipt');
  });

  it('the head gives an opinion on what is in the queue', async () => {
    await teams.become('nghia');
    await teams.press(teams.message('Hồ sơ chờ ý kiến'), /Mở hồ sơ|Nguyễn Thị Thanh Hoa/);
    const dossier = teams.message('Kết quả nổi bật');
    await dossier.waitFor();
    await picture('review');
    await teams.decide(dossier, 'Đồng ý → hồ sơ tiếp theo');
    await teams.message('Đã ghi ý kiến đồng ý').waitFor();
  });

  it('the clock is moved to the last week: who is not finished is reminded, the channel gets the digest', async () => {
    await teams.moveClock('2026-11-23T08:32');
    await teams.become('duc');
    await teams.message('Hạn gửi hồ sơ: hết ngày 30/11/2026').waitFor();
    await picture('reminder');
    await teams.become('le');
    await teams.chat('office');
    await teams.message('TỔNG HỢP TIẾN ĐỘ').waitFor();
    await picture('digest');
  });

  it('reads on a phone and in the dark', async () => {
    await teams.page.setViewportSize({ width: 320, height: 700 });
    await picture('narrow');
    const overflow = await teams.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    assert.equal(overflow, 0, 'the page scrolls sideways at 320 px');
    await teams.page.setViewportSize({ width: 1280, height: 900 });
    await teams.page.getByTestId('theme').click();
    await teams.page.locator(':root[data-theme=dark]').waitFor();
    await picture('dark');
  });

  it('and the page raised no error on the way', () => assert.deepEqual(teams.problems, []));
});
