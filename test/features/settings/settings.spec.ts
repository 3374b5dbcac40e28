import assert from 'node:assert/strict';
import { clicking } from '../../support/clicking.ts';
import { type Office, openOffice, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { formOf, set, settingsNow, source, typing } from './setting.ts';

const one = async (office: Office, setting: string, who = 'office'): Promise<string> =>
  (await office.as(who).click('settings.one', { setting })).text;

describe('cài đặt', () => {
  it('shows first what nobody has entered, and where it is missed', async () => {
    const office = await openOffice();
    const { text } = await office.as('office').say('cài đặt');
    assert.match(text, /9 giá trị chưa nhập:\nMẫu báo cáo thành tích\nIn trên báo cáo thành tích[^\n]*\n/);
    assert.match(text, /Hạn nộp bản chính\n.*Chưa nhập thì người gửi chỉ được báo/);
    assert.match(text, /Giấy tờ\n8 giá trị, 5 chưa nhập/);
  });
  it('is the office’s, the leaders may read it, and nobody else', async () => {
    const office = await openOffice();
    for (const who of ['director', 'vice']) {
      const { card } = await office.as(who).say('settings');
      const hand = clicking(office, who, card);
      await hand.press('Xem nhóm: Tiền thưởng');
      assert.doesNotMatch(await hand.press('Xem giá trị: Mức lương cơ sở'), /Đặt giá trị mới/);
      assert.equal(await codeOf(office.as(who).click('settings.change', { setting: 'baseSalary' })), 'NOT_ALLOWED_SET');
    }
    for (const who of ['an', 'adviceHead', 'insuranceHead'])
      assert.equal(await codeOf(office.as(who).say('cài đặt')), 'NOT_ALLOWED_SETTINGS');
  });
  it('a value is looked at, then set: who, when, from when and on what it rests stand with it', async () => {
    const office = await openOffice();
    const hand = await formOf(office, 'passPercent');
    const preview = await hand.press('Xem trước khi lưu', { 'value-value': '70', source });
    assert.match(preview, /Giá trị cũ\nQuá 50%\nGiá trị mới\nTừ 70% trở lên\nÁp dụng\nĐợt mở từ ngày 02\/11\/2026/);
    assert.deepEqual(await office.dump('setting'), []);
    const saved = await hand.press('Lưu giá trị');
    assert.match(
      saved,
      /Đã lưu giá trị mới[\s\S]*Từ 70% trở lên[\s\S]*Quyết định số 12[\s\S]*Lê Thị Thu Hà, lúc 09:00/,
    );
    assert.equal((await settingsNow(office)).changes, 1);
  });
  it('what was typed comes along when somebody goes back from the preview', async () => {
    const office = await openOffice();
    const hand = await formOf(office, 'parent');
    await hand.press('Xem trước khi lưu', { 'value-shortName': 'Sở mới', source, on: '01/01/2027' });
    const form = await hand.press('Sửa lại');
    assert.match(form, /Sở mới/);
    assert.match(form, /2027-01-01/);
    assert.match(form, /Quyết định số 12/);
  });
  it('a value to come is told with its day, and is in force on it', async () => {
    const office = await openOffice();
    await set(office, 'office', { 'value-value': 'Phòng Tổng hợp', on: '15/11/2026' });
    assert.match(
      await one(office, 'office'),
      /^[\s\S]*Phòng Hành chính – Nghiệp vụ[\s\S]*Sẽ áp dụng\nTừ ngày 15\/11\/2026\nPhòng Tổng hợp/,
    );
    assert.match(
      (await office.as('office').click('settings.group', { group: 'names' })).text,
      /Sẽ đổi từ ngày 15\/11\/2026/,
    );
    assert.match((await office.as('an').say('trợ giúp')).text, /Hành chính/);
    office.set('2026-11-15T00:00:00');
    assert.match((await office.as('an').say('trợ giúp')).text, /Phòng Tổng hợp/);
    assert.match(await one(office, 'office'), /Giá trị đang áp dụng\nTên phòng thường trực\nPhòng Tổng hợp/);
  });
  it('a value that follows already stays, and is told of before', async () => {
    const office = await openOffice();
    await set(office, 'baseSalary', { 'value-value': '3.000.000', on: '01/07/2027' });
    const hand = await formOf(office, 'baseSalary');
    const preview = await hand.press('Xem trước khi lưu', { 'value-value': '2.600.000', on: '01/01/2027', source });
    assert.match(preview, /Từ ngày 01\/07\/2027 áp dụng giá trị đã có: 3\.000\.000 đồng/);
  });
  it('holidays of a year are lines, and count at once', async () => {
    const office = await openOffice({ now: '2027-10-05T09:00:00' });
    assert.match((await office.as('office').say('cài đặt')).text, /Ngày nghỉ lễ năm 2028\n/);
    const text = await set(office, 'holidays-2028', {
      'value-value': '01/01/2028 Tết Dương lịch\n2/9/2028 Quốc khánh',
    });
    assert.match(text, /01\/01\/2028 Tết Dương lịch\n02\/09\/2028 Quốc khánh/);
    const days = await office.run(async ({ plan }) => plan.calendar.holidays.filter(({ on }) => on >= '2028'));
    assert.equal(days.length, 2);
  });
});

describe('a value that cannot be', () => {
  for (const [setting, typed, code] of [
    ['quorum', { 'value-value': '4/3' }, 'SETTING_UNFIT'],
    ['quorum', { 'value-value': 'hai phần ba' }, 'SETTING_FRACTION'],
    ['passPercent', { 'value-value': '40' }, 'SETTING_NUMBER'],
    ['lastDay', { 'value-value': '29/02' }, 'SETTING_UNFIT'],
    ['opensOn-annual-2023', { 'value-value': '15/12' }, 'SETTING_UNFIT'],
    ['unitName', { 'value-value': ' ' }, 'SETTING_EMPTY'],
    ['baseSalary', { 'value-value': '3000000', source: ' ' }, 'SETTING_SOURCE'],
    ['baseSalary', { 'value-value': '3000000', source: 'x'.repeat(501) }, 'SETTING_SOURCE_LONG'],
    ['baseSalary', { 'value-value': '3000000', on: 'mai' }, 'DATE_UNREADABLE'],
    ['baseSalary', { 'value-value': '3000000', on: '01/01/2031' }, 'SETTING_FROM'],
    ['baseSalary', { 'value-value': '2530000', source: 'Nghị định số 161/2026/NĐ-CP' }, 'SETTING_SAME'],
    ['holidays-2027', { 'value-value': '02/09/2026 Quốc khánh' }, 'SETTING_DAY'],
  ] as const)
    it(`${setting}, ${JSON.stringify(typed).slice(0, 60)}: ${code}, back to the form with what was typed`, async () => {
      const office = await openOffice();
      const data = await typing(office, setting, typed);
      const refused = await wayBack(office.as('office').click('settings.save', data));
      assert.equal(refused.code, code);
      assert.equal(refused.show.page, 'settings.form');
      for (const [name, value] of Object.entries(typed)) assert.equal(refused.typed?.[name], value);
      assert.deepEqual(await office.dump('setting'), []);
    });
  it('names the part that is wrong', async () => {
    const office = await openOffice();
    const data = await typing(office, 'rates', { 'value-departmentTenths': 'sáu' });
    const refused = await wayBack(office.as('office').click('settings.save', data));
    assert.match(String(refused.facts.field), /Hệ số tập thể/);
  });
});

describe('a forged card', () => {
  it('neither sets nor takes back anything, whoever sends it', async () => {
    const office = await openOffice();
    await set(office, 'unitName', { 'value-value': 'Trung tâm mới' });
    const [{ id = '' } = {}] = await office.dump('setting');
    const data = { ...(await typing(office, 'unitName', { 'value-value': 'Khác' })), confirm: 'yes' };
    for (const who of ['an', 'director', 'adviceHead']) {
      assert.equal(await codeOf(office.as(who).click('settings.save', data)), 'NOT_ALLOWED_SET');
      assert.equal(
        await codeOf(office.as(who).click('settings.undo', { setting: 'unitName', change: id })),
        'NOT_ALLOWED_SET',
      );
    }
    for (const [forged, code] of [
      [{ ...data, setting: 'unit.id' }, 'SETTING_UNKNOWN'],
      [{ ...data, formId: 'a/b' }, 'BAD_CARD'],
      [{ ...data, extra: 'x' }, 'BAD_CARD'],
      [{ ...data, seen: '' }, 'SETTING_OUTRUN'],
    ] as const)
      assert.equal(await codeOf(office.as('office').click('settings.save', forged)), code);
    for (const [forged, code] of [
      [{ setting: 'place', change: id }, 'SETTING_UNKNOWN'],
      [{ setting: 'unitName', change: 'settings' }, 'SETTING_UNKNOWN'],
      [{ setting: 'nothing', change: id }, 'SETTING_UNKNOWN'],
    ] as const)
      assert.equal(await codeOf(office.as('office').click('settings.undo', forged)), code);
    const ballot = { ...(await typing(office, 'ballot', {})), 'value-value': 'none' };
    assert.equal(await codeOf(office.as('office').click('settings.save', ballot)), 'BAD_CARD');
    assert.equal((await settingsNow(office)).changes, 1);
  });
  it('the same form sets once, however often it is sent', async () => {
    const office = await openOffice();
    const data = { ...(await typing(office, 'unitName', { 'value-value': 'Trung tâm mới' })), confirm: 'yes' };
    for (let i = 0; i < 2; i += 1)
      assert.match((await office.as('office').click('settings.save', data)).text, /Đã lưu giá trị mới/);
    assert.equal((await office.dump('setting')).length, 1);
    assert.equal(await codeOf(office.as('officeHead').click('settings.save', data)), 'BAD_CARD');
    assert.equal(await codeOf(office.as('office').click('settings.save', { ...data, setting: 'place' })), 'BAD_CARD');
  });
  it('of two who set at the same time the later one sees what the first has set, with what they typed', async () => {
    const office = await openOffice();
    const data = { ...(await typing(office, 'unitName', { 'value-value': 'Tên A' })), confirm: 'yes' };
    await set(office, 'unitName', { 'value-value': 'Tên B' }, 'officeHead');
    const refused = await wayBack(office.as('office').click('settings.save', data));
    assert.equal(refused.code, 'SETTING_OUTRUN');
    assert.equal(refused.typed?.['value-value'], 'Tên A');
    const form = await office.as('office').page('settings.form', { setting: 'unitName' }, refused.typed);
    assert.match(textOf(form?.card), /Tên B[\s\S]*Tên A/);
  });
});
