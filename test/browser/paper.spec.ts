import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/paper/', import.meta.url).pathname;
const name = 'Tạ Thị Tường Vi';

describe('a paper that is handed in at the counter, in a browser', function () {
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
    await teams.become('le');
    await teams.say('phát động');
    await teams.press(teams.message('Chuẩn bị phát động'), 'Kiểm tra và xem trước');
    await teams.decide(teams.message('Xem trước và xác nhận'), 'Mở đợt cùng lúc');
    await teams.decide(teams.message('Đợt mở cùng lúc'), 'Phát động và mở đợt');
    await teams.message('Đã phát động').waitFor();
    await teams.moveClock('2026-10-27T09:00');
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  const picture = (of: string) => teams.page.screenshot({ path: `${pictures}${of}.png` });

  it('the office finds whose it is and says when it came in', async () => {
    await teams.say('bản giấy tuong vi');
    await picture('find');
    await teams.press(teams.message('Nhập hồ sơ từ bản giấy đã ký'), `Nhập hồ sơ của ${name}`);
    const form = teams.message('Ngày nhận bản giấy');
    await form.locator('input[type=date]').fill('2026-10-26');
    await picture('form');
    await teams.decide(form, 'Bắt đầu nhập');
    await teams.message('Nhập từ bản giấy đã ký, nhận ngày 26/10/2026').waitFor();
    await picture('begun');
  });

  it('is not let through without the scan, and keeps what was typed', async () => {
    await teams.press(teams.message('Đã ghi ngày nhận bản giấy'), 'Làm tiếp');
    const sheet = teams.message('Tự đánh giá, đề nghị xét khen thưởng');
    for (const [n, criterion] of ['CN1', 'CN2'].entries()) {
      await sheet.getByLabel('Đạt', { exact: true }).nth(n).check();
      await sheet.getByLabel(`${criterion} – Nội dung`).fill(`Theo bản giấy (${criterion}).`);
    }
    await picture('sheet');
    await teams.press(sheet, 'Xem lại và gửi');
    await teams.message('còn thiếu bản chụp hoặc bản quét').waitFor();
    await picture('no-scan');
  });

  it('takes the scan that is sent in the chat, and sends the dossier in both names', async () => {
    const pdf = sampleFiles.find(({ name: file }) => file.endsWith('.pdf'));
    assert.ok(pdf);
    await teams.upload({ name: 'Phiếu đã ký.pdf', buffer: Buffer.from(pdf.bytes()), mimeType: 'application/pdf' });
    await teams.message('Kết quả nhận tệp').waitFor();
    await teams.message(`Hồ sơ của ${name}, nhập từ bản giấy`).waitFor();
    await picture('scan');
    await teams.say('việc của tôi');
    await teams.press(teams.message('Hồ sơ đang nhập từ bản giấy'), /Xem bản giấy đang nhập/);
    await picture('mine');
    await teams.press(teams.message('Đang nhập, chưa gửi'), `Nhập hồ sơ của ${name}`);
    await teams.press(teams.message('Hồ sơ đã đủ nội dung'), 'Xem lại và gửi');
    await picture('confirm');
    await teams.decide(teams.message('Xác nhận gửi hồ sơ'), 'Gửi hồ sơ');
    await teams.message('Đã nhận hồ sơ').waitFor();
    await picture('sent');
  });

  it('tells the candidate, and the head who reads it, whose hand it is', async () => {
    await teams.become('vi');
    await teams.message('Hồ sơ được nhập từ bản giấy').waitFor();
    await picture('told');
    await teams.become('thuy');
    await teams.press(teams.message('Hồ sơ chờ ý kiến'), name);
    await teams.message('Nhập từ bản giấy đã ký, nhận ngày 26/10/2026').waitFor();
    await picture('read');
  });

  it('and the page raised no error on the way', () => assert.deepEqual(teams.problems, []));
});
