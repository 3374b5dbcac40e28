import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
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
  /** The clock stands still: cards are drawn anew at most every five seconds of it. */
  async function drawn(words: string) {
    const message = teams.message(words);
    for (let n = 0; n < 20 && !(await message.isVisible()); n += 1) {
      centre?.sandbox.clock.advance({ seconds: 6 });
      await teams.page.waitForTimeout(500);
    }
    await message.waitFor();
    return message;
  }
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
    const preview = await drawn('Sẽ thay đổi 2 người');
    await picture('roster-preview');
    await teams.decide(preview, 'Ghi, 1 người nghỉ việc');
    await drawn('Đã ghi xong: thay đổi 2 người');
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

  it('the office looks at what is set, and at who acts in whose place', async () => {
    await teams.become('le');
    await teams.say('cài đặt');
    await teams.newest().waitFor();
    await teams.page.waitForTimeout(500);
    await picture('settings');
    await teams.say('phân công');
    await teams.page.waitForTimeout(500);
    await picture('delegation');
  });

  it('somebody of the staff sees what is kept of them, and reads in English', async () => {
    await teams.become('bao');
    await teams.say('dữ liệu của tôi');
    await teams.page.waitForTimeout(500);
    await picture('my-data');
    await teams.say('ngôn ngữ english');
    await teams.page.waitForTimeout(500);
    await picture('english');
  });
});
