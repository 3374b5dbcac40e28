import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { drawn } from './support/drawn.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/people/', import.meta.url).pathname;

describe('people and settings that change, in a browser', function () {
  this.timeout(90_000);
  oneAfterAnother(this);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await openBrowser(this);
    centre = await openCentre('2026-10-26T08:00');
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
  });
  const picture = (name: string) => teams.page.screenshot({ path: `${pictures}${name}.png` });

  it('the office updates the roster from a file: one has left, one has moved', async () => {
    await teams.become('le');
    await teams.say('nhân sự');
    await teams.press(teams.message('Danh sách nhân sự'), 'Cập nhật từ tệp');
    await teams.message('Các cột trong tệp').waitFor();
    await picture('roster-import');
    const csv = readFileSync(sampleRosterFile, 'utf8')
      .split('\n')
      .filter((row) => !row.includes(',hoa@'))
      .map((row) => (row.includes(',lan@') ? row.replace(/Phòng [^,]+/, 'Phòng Tư vấn – Giới thiệu việc làm') : row))
      .join('\n');
    await teams.upload({ name: 'ds.csv', buffer: Buffer.from(csv), mimeType: 'text/csv' });
    const preview = await drawn(teams, centre, 'Sẽ thay đổi 2 người');
    await picture('roster-preview');
    await teams.decide(preview, 'Ghi, 1 người nghỉ việc');
    await drawn(teams, centre, 'Đã ghi xong: thay đổi 2 người');
    await picture('roster-written');
    await teams.become('hoa');
    await teams.say('việc của tôi');
    await teams.message(/danh sách/).waitFor();
    await picture('roster-left');
  });

  it('the office records the leave of a head who has fallen ill, and the return', async () => {
    await teams.become('le');
    await teams.say('nhân sự Đặng Hữu Nghĩa');
    await teams.press(teams.message('Đặng Hữu Nghĩa').filter({ hasText: 'Vai trò' }), 'Ghi nhận nghỉ phép');
    const form = teams.message('Thời gian nghỉ của viên chức');
    await form.getByLabel('Nghỉ từ ngày').fill('2026-10-26');
    await picture('leave-form');
    await teams.press(form, 'Kiểm tra thời gian nghỉ');
    const sure = teams.message('Xác nhận thời gian nghỉ của người khác');
    await sure.waitFor();
    await picture('leave-confirm');
    await teams.decide(sure, 'Ghi thời gian nghỉ');
    const kept = teams.message('Đã ghi thời gian nghỉ');
    await teams.decide(kept, 'Đã trở lại làm việc');
    await teams.message('Đã ghi nhận Đặng Hữu Nghĩa trở lại làm việc').waitFor();
  });

  it('the office sets a value with its source; the director reads it and may not change it', async () => {
    await teams.become('le');
    await teams.say('cài đặt');
    await picture('settings');
    await teams.press(teams.message('Giá trị của đơn vị'), 'Xem nhóm: Giấy tờ');
    await teams.press(teams.message('Thẩm quyền ký giấy tờ'), /Xem giá trị: Hạn nộp bản chính/);
    await teams.press(teams.message('Giá trị đang áp dụng'), 'Đặt giá trị mới');
    const form = teams.message('Căn cứ: số, ngày và tên văn bản');
    await form.getByLabel(/Trước ngày/).fill('15/12 hằng năm');
    await teams.press(form, 'Xem trước khi lưu');
    await teams.message('đề nghị').waitFor();
    await picture('setting-without-source');
    await form.getByLabel(/Căn cứ/).fill('Thông báo số 05/TB-DVVLKH ngày 20/10/2026');
    await teams.press(form, 'Xem trước khi lưu');
    const sure = teams.message('Xem lại trước khi lưu');
    await sure.waitFor();
    await picture('setting-confirm');
    await teams.decide(sure, 'Lưu giá trị');
    await teams.message('Đã lưu giá trị mới').filter({ hasText: '15/12 hằng năm' }).waitFor();
    await picture('setting-saved');
    await teams.become('khanh');
    await teams.say('cài đặt');
    await teams.press(teams.message('Giá trị của đơn vị'), 'Xem nhóm: Giấy tờ');
    const shown = teams.message('15/12 hằng năm');
    await shown.waitFor();
    assert.equal(await shown.getByRole('button', { name: 'Đặt giá trị mới' }).count(), 0);
  });

  it('the office records whom the director has assigned; whoever it is learns it and may end nothing', async () => {
    await teams.become('le');
    await teams.say('phân công');
    await teams.press(teams.message('Người phụ trách, người thay'), 'Phân công mới');
    const form = teams.message('Ghi theo phân công của Giám đốc');
    const post = await form.locator('option', { hasText: 'Phụ trách Phòng Tư vấn' }).first().innerText();
    await form.getByLabel('Nhiệm vụ, người đang giữ').selectOption({ label: post });
    await form.getByLabel('Họ tên người được phân công').fill('bich tram');
    await picture('delegation-form');
    await teams.press(form, 'Kiểm tra phân công');
    const sure = teams.message('Xác nhận phân công');
    await sure.waitFor();
    await picture('delegation-confirm');
    await teams.decide(sure, 'Ghi phân công');
    await teams.message('Đã ghi phân công').waitFor();
    await teams.become('tram');
    await teams.message('Giám đốc phân công anh/chị: Phụ trách Phòng Tư vấn').waitFor();
    await picture('delegation-told');
  });

  it('somebody of the staff has a copy made of what is kept of them, and reads in English', async () => {
    await teams.become('bao');
    await teams.say('dữ liệu của tôi');
    const kept = teams.message('Những gì được lưu và để làm gì');
    await kept.waitFor();
    await picture('my-data');
    await teams.press(kept, 'Lập bản sao dữ liệu');
    const copy = teams.message('Bản sao dữ liệu cá nhân');
    await copy.waitFor();
    await picture('my-copy');
    await teams.say('ngôn ngữ english');
    await teams.message('English').waitFor();
    await teams.say('todo');
    await teams.message('My tasks').waitFor();
    await picture('english');
  });

  it('and the page raised no error on the way', () => assert.deepEqual(teams.problems, []));
});
