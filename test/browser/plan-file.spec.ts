import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { movableClock } from '../../sandbox/clock.ts';
import { startBot } from '../../sandbox/start-bot.ts';
import { openDocuments } from '../story/support/documents.ts';
import { type Centre, type CentreFolder, centreFolder, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/plan-file/', import.meta.url).pathname;
const now = '2026-10-26T08:00';
const waits = 'Tệp kế hoạch trên máy chủ khác tệp đang áp dụng';

/** The file with which the program is started next. */
function editedFile({ folder, env }: CentreFolder): string {
  const [file, edited] = [env.PLAN_FILE ?? '', path.join(folder, 'plan-2.yaml')];
  const text = readFileSync(file, 'utf8').replace('office: Phòng Hành chính – Nghiệp vụ', 'office: Phòng Tổng hợp');
  writeFileSync(edited, text);
  return edited;
}

describe('a plan’s file that differs at the next start, in a browser', function () {
  this.timeout(60_000);
  oneAfterAnother(this);
  let browser: Browser | undefined;
  let centre: Centre | undefined;
  let teams: TeamsPage;
  const place = centreFolder();

  before(async function () {
    browser = await openBrowser(this);
    const first = await startBot({ port: 0, clock: movableClock(now), env: place.env });
    await first.stop();
    centre = await openCentre(now, {
      env: { ...place.env, PLAN_FILE: editedFile(place) },
      watch: async () => openDocuments(place.folder),
    });
    teams = await openTeamsPage(browser, centre.sandbox.url, centre.clock);
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await centre?.close();
    place.remove();
  });
  const picture = (name: string) => teams.page.screenshot({ path: `${pictures}${name}.png` });

  it('is nothing that the staff hear of', async () => {
    await teams.become('hoa');
    await teams.say('việc của tôi');
    await teams.message('Hiện không có việc nào cần làm').waitFor();
    assert.equal(await teams.message(waits).count(), 0);
  });
  it('waits among the office’s work, with what would be another, and changes nothing by itself', async () => {
    await teams.become('le');
    await teams.say('việc của tôi');
    await teams.message(waits).waitFor();
    await picture('waits');
    await teams.press(teams.message(waits), /Xem/);
    const compared = teams.message('Tên phòng thường trực');
    await compared.waitFor();
    assert.match(await compared.innerText(), /Phòng Hành chính – Nghiệp vụ[\s\S]*Phòng Tổng hợp/);
    await picture('compared');
  });
  it('is taken over by one click, and waits no longer', async () => {
    await teams.decide(teams.message('Tên phòng thường trực'), 'Áp dụng tệp này');
    const adopted = teams.message('Đã áp dụng tệp kế hoạch này');
    await adopted.waitFor();
    assert.doesNotMatch(await adopted.innerText(), /Phòng Hành chính/);
    await picture('adopted');
    await teams.say('việc của tôi');
    await teams.page.waitForTimeout(1_000);
    assert.doesNotMatch(await teams.newest().innerText(), new RegExp(waits));
    await picture('afterwards');
  });
  it('and the page raised no error on the way', () => {
    assert.deepEqual(teams.problems, []);
  });
});
