import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/accounts/', import.meta.url).pathname;
/** Staff; two heads; of one the roster has another Entra id than Teams. */
const without = ['duc', 'nghia', 'thuy'];

describe('accounts that are found by an e-mail of the roster, in a browser', function () {
  this.timeout(90_000);
  oneAfterAnother(this);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-roster-'));

  before(async function () {
    browser = await openBrowser(this);
    const roster = path.join(folder, 'roster.csv');
    writeFileSync(
      roster,
      readFileSync(sampleRosterFile, 'utf8')
        .split('\n')
        .map((row) => (without.some((key) => row.includes(`,${key}@`)) ? row.replace(/^[^,]+/, '') : row))
        .map((row) => (row.includes(',hoa@') ? row.replace(/^[^,]+/, '00000000-0000-4000-8000-00000000000a') : row))
        .join('\n'),
    );
    centre = await openCentre('2026-10-26T08:00', { env: { ROSTER_FILE: roster } });
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
    rmSync(folder, { recursive: true });
  });
  const picture = (name: string) => teams.page.screenshot({ path: `${pictures}${name}.png` });

  it('staff of the same name as in the roster are welcomed as they install the app', async () => {
    await teams.become('duc');
    await teams.message('Kính gửi anh Đỗ Đăng Đức').waitFor();
    await teams.say('việc của tôi');
    await teams.message('Việc của tôi').waitFor();
    await picture('bound');
  });

  it('a head, and somebody of whom the roster has another account, wait for the office and see nothing', async () => {
    for (const key of ['nghia', 'thuy', 'hoa']) {
      await teams.become(key);
      await teams.say('việc của tôi');
      await teams.message('đang chờ đơn vị xác nhận').waitFor();
      assert.equal(await teams.page.locator('[data-testid=message][data-author=bot]').count(), 1);
    }
    await picture('waits');
  });

  it('the office has them in its to-dos, ticks and confirms', async () => {
    await teams.become('le');
    await teams.message('Tài khoản Teams chờ xác nhận').waitFor();
    await teams.say('việc của tôi');
    await teams.press(teams.message('tài khoản Teams chờ xác nhận'), /Xem tài khoản chờ xác nhận/);
    await picture('list');
    await teams.page.setViewportSize({ width: 360, height: 800 });
    await picture('list-narrow');
    await teams.page.setViewportSize({ width: 1280, height: 900 });
    await teams.decide(teams.message('Tài khoản được xác nhận thực hiện'), 'Xác nhận tài khoản đã chọn');
    await teams.message('Đã xác nhận 2 tài khoản').waitFor();
    await picture('confirmed');
  });

  it('who is confirmed is welcomed where they wrote; the other waits on, is refused, and stays a stranger', async () => {
    await teams.become('nghia');
    await teams.message('Kính gửi Trưởng phòng').waitFor();
    await picture('welcomed');
    await teams.become('le');
    const rest = teams.message('Khác tài khoản đang ghi trong danh sách');
    await rest.getByLabel(/Nguyễn Thị Thanh Hoa/).check();
    await teams.decide(rest, 'Từ chối tài khoản đã chọn');
    await teams.message('Đã từ chối 1 tài khoản').waitFor();
    await centre?.clock.advance({ minutes: 2 });
    await teams.become('hoa');
    await teams.say('việc của tôi');
    await teams.message('chưa có trong danh sách nhân sự').waitFor();
  });

  it('and the page raised no error on the way', () => assert.deepEqual(teams.problems, []));
});
