import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { type Centre, openCentre } from '../story/support/open-centre.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { openBrowser } from './support/chromium.ts';
import { drawn } from './support/drawn.ts';
import { openTeamsPage, type TeamsPage } from './support/teams-page.ts';

const pictures = new URL('../../.screens/years/', import.meta.url).pathname;

describe('what comes up seldom, in a browser: a higher level, a move, a period that is over', function () {
  this.timeout(60_000);
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
  const picture = (of: string) => teams.page.screenshot({ path: `${pictures}${of}.png` });

  it('the office sets a level above the parent department, before the round opens', async () => {
    await teams.become('le');
    await teams.say('phát động');
    await teams.press(teams.message('Chuẩn bị phát động'), 'Kiểm tra và xem trước');
    await teams.decide(teams.message('Xem trước và xác nhận'), 'Phát động');
    await teams.message('Đã phát động').waitFor();
    await teams.say('cài đặt');
    await teams.press(teams.message('Giá trị của đơn vị'), 'Xem nhóm: Tên gọi, thẩm quyền');
    const group = teams.message('Cấp khen thưởng cao hơn cấp trên trực tiếp');
    await group.waitFor();
    await picture('names');
    await teams.press(group, /Xem giá trị: Cấp khen thưởng cao hơn/);
    await teams.press(teams.message('Giá trị đang áp dụng'), 'Đặt giá trị mới');
    const form = teams.message('Căn cứ: số, ngày và tên văn bản');
    await form.getByLabel(/Tên cấp/).fill('Khen thưởng cấp tỉnh');
    await form.getByLabel(/Hình thức khen thưởng/).fill('Bằng khen');
    await form.getByLabel(/Người có thẩm quyền/).fill('Chủ tịch Ủy ban nhân dân tỉnh');
    await form.getByLabel(/Căn cứ/).fill('Công văn số 15/CV-SNV ngày 20/10/2026');
    await picture('level-form');
    await teams.press(form, 'Xem trước khi lưu');
    await teams.decide(teams.message('Xem lại trước khi lưu'), 'Lưu giá trị');
    await teams.message('Đã lưu giá trị mới').filter({ hasText: 'Bằng khen' }).waitFor();
    await picture('level-saved');
  });

  it('whoever has moved is asked for by both heads: one gives the opinion, one says what was before', async () => {
    await teams.say('mở đợt');
    await picture('round');
    await teams.press(teams.message('Đợt xét khen thưởng năm 2026'), /Đợt xét khen thưởng năm 2026|Mở đợt|Chọn/);
    await teams.decide(teams.message('Kiểm tra và xác nhận'), 'Mở đợt');
    await teams.message('Đã mở đợt').waitFor();
    await teams.say('nhân sự Lâm Gia Bảo');
    await teams.press(teams.message('Lâm Gia Bảo').filter({ hasText: 'Vai trò' }), 'Chuyển phòng');
    const form = teams.message('Chuyển sang phòng');
    await form.getByLabel('Chuyển sang phòng').selectOption({ label: 'Phòng Bảo hiểm thất nghiệp' });
    await teams.press(form, 'Xem việc kèm theo');
    const sure = teams.message('Xác nhận chuyển phòng');
    await sure.waitFor();
    await picture('move');
    await teams.decide(sure, 'Chuyển phòng từ hôm nay');
    await teams.become('bao');
    await teams.say('tự đánh giá');
    const sheet = teams.message('Tự đánh giá, đề nghị xét khen thưởng');
    for (const [n, criterion] of ['CN1', 'CN2'].entries()) {
      await sheet.getByLabel('Đạt', { exact: true }).nth(n).check();
      await sheet.getByLabel(`${criterion} – Nội dung`).fill(`Kết quả ${criterion}.`);
    }
    await picture('levels');
    await teams.press(sheet, 'Xem lại và gửi');
    await teams.decide(teams.message('Xác nhận gửi hồ sơ'), 'Gửi hồ sơ');
    await teams.message('Đã nhận hồ sơ').waitFor();
    await teams.become('nghia');
    const asked = teams.message('Ý kiến về thời gian công tác trước khi chuyển phòng');
    await asked.waitFor();
    await picture('former-asked');
    await asked.getByLabel('Ý kiến', { exact: true }).fill('Hoàn thành xuất sắc nhiệm vụ trong 10 tháng.');
    await teams.press(asked, 'Lưu ý kiến');
    await teams.message('Đã lưu ý kiến vào hồ sơ').waitFor();
    await picture('former-said');
    await teams.become('thuy');
    await teams.press(teams.message('Hồ sơ chờ ý kiến'), 'Lâm Gia Bảo');
    await teams.message('Ý kiến của Phòng Tư vấn').filter({ hasText: 'trong 10 tháng' }).waitFor();
    await picture('former-read');
    await teams.decide(teams.newest(), 'Đồng ý → hồ sơ tiếp theo');
    await teams.message('Không còn hồ sơ').or(teams.message('Đã ghi')).first().waitFor();
  });

  it('a candidate has the achievement report written from the receipt; of a round without a meeting the office has no paper yet', async () => {
    await teams.become('bao');
    await teams.press(teams.message('Đã nhận hồ sơ'), 'Lập báo cáo thành tích');
    const made = teams.message('Tệp Word đã lập').filter({ hasText: 'Báo cáo thành tích' });
    await made.filter({ hasText: 'Chưa nhập: ngày sinh' }).waitFor();
    await picture('report-made');
    await teams.become('le');
    await teams.say('giấy tờ');
    await teams.message('Chưa có giấy tờ nào để lập').waitFor();
    await picture('no-papers');
  });

  it('a department that is called otherwise in a file is asked about, and what was sent keeps its name', async () => {
    await teams.become('le');
    await teams.say('nhân sự');
    await teams.press(teams.message('Danh sách nhân sự').filter({ hasText: 'Đang làm việc' }), 'Cập nhật từ tệp');
    const csv = readFileSync(sampleRosterFile, 'utf8')
      .split('\n')
      .filter((row) => !row.includes(',hoa@'))
      .map((row) => (row.includes(',bao@') ? row.replace(/Phòng [^,]+/, 'Phòng Bảo hiểm thất nghiệp') : row))
      .join('\n')
      .replaceAll('Phòng Bảo hiểm thất nghiệp', 'Phòng Chính sách việc làm');
    await teams.upload({ name: 'ds.csv', buffer: Buffer.from(csv), mimeType: 'text/csv' });
    const first = await drawn(teams, centre, 'Sẽ thay đổi');
    await picture('renamed-first');
    await teams.decide(first, 'Ghi, 1 người nghỉ việc');
    const asks = await drawn(teams, centre, 'Phòng mới hay phòng đổi tên?');
    await picture('renamed-asks');
    assert.match(await asks.locator('option:checked').innerText(), /Tên mới của Phòng Bảo hiểm thất nghiệp/);
    await teams.press(asks, 'Dùng tên phòng như trên');
    await drawn(teams, centre, 'Đã ghi xong: thay đổi 1 người');
    await picture('renamed-written');
    await teams.say('tiếp nhận');
    await teams.press(teams.message('Lâm Gia Bảo').filter({ hasText: 'Hồ sơ' }), /Lâm Gia Bảo/);
    await teams.message('Phòng Bảo hiểm thất nghiệp').filter({ hasText: 'CN1' }).waitFor();
    await picture('renamed-kept');
  });

  it('somebody says in words that they are on leave, and is back earlier', async () => {
    await teams.become('hhen');
    await teams.say('tôi nghỉ từ 27/10 đến 30/10');
    const sure = teams.message('Xác nhận thời gian nghỉ');
    await sure.waitFor();
    await picture('leave-typed');
    await teams.decide(sure, 'Ghi thời gian nghỉ');
    await teams.message('Đã ghi thời gian nghỉ').waitFor();
    await teams.say('đã trở lại');
    await teams.message('Đã ghi nhận anh/chị trở lại').waitFor();
  });

  it('the data of whoever has left are erased by the office, once it was read what goes and what stays', async () => {
    await teams.become('le');
    await teams.say('dữ liệu cá nhân thanh hoa');
    const found = teams.message('Nguyễn Thị Thanh Hoa').filter({ hasText: 'Dữ liệu cá nhân' });
    await found.waitFor();
    await picture('erase-found');
    await teams.press(found, 'Xóa dữ liệu');
    const sure = teams.message('Xóa dữ liệu cá nhân?');
    await sure.waitFor();
    await picture('erase-sure');
    await teams.decide(sure, 'Xóa dữ liệu');
    await teams.message('Xóa dữ liệu cá nhân').filter({ hasText: 'Cập nhật' }).waitFor();
    await picture('erased');
  });

  it('the office enters the period of dossiers with its source, and years later what they say is destroyed by a decision', async () => {
    await teams.become('le');
    await teams.say('cài đặt');
    await teams.press(teams.message('Giá trị của đơn vị'), 'Xem nhóm: Giấy tờ');
    await teams.press(teams.message('Thẩm quyền ký giấy tờ'), /Xem giá trị: Thời hạn bảo quản hồ sơ/);
    const one = teams.message('Giá trị đang áp dụng').filter({ hasText: 'Thời hạn bảo quản hồ sơ' });
    await teams.press(one, 'Đặt giá trị mới');
    const form = teams.message('Căn cứ: số, ngày và tên văn bản').filter({ hasText: 'Số năm' });
    await form.getByLabel(/Số năm/).fill('5');
    await form.getByLabel(/Căn cứ/).fill('Danh mục hồ sơ của Trung tâm, ban hành ngày 02/10/2026');
    await teams.press(form, 'Xem trước khi lưu');
    await teams.decide(teams.message('Xem lại trước khi lưu'), 'Lưu giá trị');
    await teams.message('Đã lưu giá trị mới').filter({ hasText: '5 năm' }).waitFor();
    await teams.moveClock('2032-01-05T09:00');
    await teams.say('việc của tôi');
    await teams.press(teams.message('Việc của tôi').filter({ hasText: 'hết thời hạn bảo quản' }), /thời hạn/);
    const over = teams.message('Sẽ hủy');
    await over.waitFor();
    await picture('period-over');
    await over.getByLabel('Số văn bản').fill('01/QĐ-DVVLKH');
    await over.getByLabel('Ngày văn bản').fill('2032-01-06');
    await teams.decide(over, 'Hủy nội dung hồ sơ');
    await teams.message('Ngày ký phải từ').waitFor();
    await picture('period-wrong-day');
    const again = teams.message('Sẽ hủy');
    await again.getByLabel('Ngày văn bản').fill('2032-01-05');
    await teams.decide(again, 'Hủy nội dung hồ sơ');
    await teams.message('Đã ghi văn bản và bắt đầu hủy').waitFor();
    await picture('period-destroyed');
  });

  it('and the page raised no error on the way', () => assert.deepEqual(teams.problems, []));
});
