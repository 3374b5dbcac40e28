import assert from 'node:assert/strict';
import { decode } from '../../../src/ports/documents.ts';
import { planRecord, planRecordId } from '../../../src/records/campaign.ts';
import { roundRecord } from '../../../src/records/round.ts';
import { afterCouncil, agreed, decisionOne, recorded, recording } from '../../support/after-council.ts';
import { actionsOf, type Office, openOffice, scope, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { launch } from '../campaign/launching.ts';
import { set, settingsNow } from './setting.ts';

const round = 'annual-2026';
const open = (office: Office) => office.as('office').click('round.open', { round, confirm: 'yes' });
async function latestOf(office: Office, setting: string): Promise<string> {
  const { card } = await office.as('office').click('settings.one', { setting });
  return String(actionsOf(card).find(({ verb }) => verb === 'settings.undo')?.data.change ?? '');
}
const undo = (office: Office, setting: string, change: string) =>
  office.as('office').click('settings.undo', { setting, change });

describe('a rule that was set in chat', () => {
  it('is of the rounds that are opened from its day on; the round keeps it', async () => {
    const office = await openOffice();
    await launch(office);
    await set(office, 'passPercent', { 'value-value': '70' });
    await open(office);
    await set(office, 'passPercent', { 'value-value': '90' });
    const [stored] = (await office.store.query({ unit: scope.unit, type: 'round', limit: 5 })).items;
    assert.ok(stored);
    const { planVersion } = decode(roundRecord, stored).data;
    const plan = await office.store.get(scope.unit, planRecordId(planVersion));
    assert.ok(plan);
    assert.equal(decode(planRecord, plan).data.plan.settings.council.passPercent, 70);
  });
  it('about evidence and reminders is the round’s too: a larger file is refused, and reminders come at that time', async () => {
    const office = await openOffice();
    await launch(office);
    await set(office, 'maxBytes', { 'value-value': '1' });
    await set(office, 'remindAt', { 'value-value': '09:15' });
    await set(office, 'staffDaysBefore', { 'value-value': '3, 0' });
    assert.match(await set(office, 'digestWeekday', { 'value-value': '5' }), /Thứ Sáu/);
    await open(office);
    const large = new Uint8Array(2 * 1024 * 1024);
    large.set(new TextEncoder().encode('%PDF-1.4'));
    assert.match((await office.as('an').send(office.attach('Lớn.pdf', large))).text, /Lớn\.pdf[\s\S]*1 MB/);
    const [stored] = (await office.store.query({ unit: scope.unit, type: 'round', limit: 5 })).items;
    const { planVersion } = decode(roundRecord, stored ?? assert.fail()).data;
    const { plan } = decode(
      planRecord,
      (await office.store.get(scope.unit, planRecordId(planVersion))) ?? assert.fail(),
    ).data;
    const { at, staffDaysBefore, digestWeekday } = plan.calendar.reminders;
    assert.deepEqual([at, staffDaysBefore, digestWeekday], ['09:15', [3, 0], 5]);
  });
  it('how messages speak to people is of the day: by gender, alike to all, or as comrades; whoever holds a post by it', async () => {
    const office = await openOffice();
    const greets = async (who: string): Promise<string> =>
      textOf((await office.as(who).page('start.welcome', {}))?.card);
    assert.match(await greets('an'), /Kính gửi chị Nguyễn Văn An/);
    await set(office, 'addressing', { 'value-value': 'neutral' });
    assert.match(await greets('an'), /Kính gửi anh\/chị Nguyễn Văn An/);
    assert.match(await set(office, 'addressing', { 'value-value': 'comrade' }), /đồng chí/);
    assert.match(await greets('an'), /Kính gửi đồng chí Nguyễn Văn An/);
    assert.match(await greets('director'), /Kính gửi Giám đốc Trần Quốc Khánh/);
  });
  it('who signs is of the day of a paper, and the symbol of the council of the day', async () => {
    const office = await openOffice();
    assert.match((await office.as('office').click('settings.one', { setting: 'signing' })).text, /Người đứng đầu ký/);
    assert.match(
      await set(office, 'signing', { 'value-mode': 'deputy', 'value-title': 'PHÓ GIÁM ĐỐC', on: '01/12/2026' }),
      /KT\., PHÓ GIÁM ĐỐC/,
    );
    await set(office, 'councilSymbol', { 'value-value': 'HĐTĐKT' });
    const inForce = await office.run(async (turn) => turn.plan);
    assert.equal(inForce.unit.councilSymbol, 'HĐTĐKT');
    assert.deepEqual(
      inForce.settings.signing?.map(({ from, value }) => [from, value.mode]),
      [
        ['2023-01-01', 'self'],
        ['2026-12-01', 'deputy'],
      ],
    );
  });
  it('can be taken back until a round is opened under it, and then says which', async () => {
    const office = await openOffice();
    await launch(office);
    await set(office, 'passPercent', { 'value-value': '70' });
    const change = await latestOf(office, 'passPercent');
    assert.notEqual(change, '');
    await open(office);
    assert.equal(await latestOf(office, 'passPercent'), '');
    const refused = await wayBack(undo(office, 'passPercent', change));
    assert.equal(refused.code, 'SETTING_USED');
    assert.equal(refused.facts.kind, 'round');
    assert.equal((await settingsNow(office)).changes, 1);
  });
  it('of a later day is not used by a round that was opened before', async () => {
    const office = await openOffice();
    await launch(office);
    await set(office, 'passPercent', { 'value-value': '70', on: '01/01/2027' });
    const change = await latestOf(office, 'passPercent');
    await open(office);
    assert.match((await undo(office, 'passPercent', change)).text, /Đã hủy lần đặt này/);
  });
  it('an earlier opening of a round has the office reminded of it in time', async () => {
    const office = await openOffice({ now: '2027-01-15T09:00:00' });
    await launch(office);
    const dueAt = async () => (await office.dump('opening'))[0]?.dueAt;
    const before = await dueAt();
    await set(office, 'opensOn-annual-2023', { 'value-value': '01/03' });
    assert.ok(String(await dueAt()) < String(before), `${await dueAt()} ${before}`);
  });
});

describe('a value of the day', () => {
  it('counts for a round that is open: its papers take the value of the day that they bear', async () => {
    const office = await afterCouncil();
    await set(office, 'baseSalary', { 'value-value': '9.990.000', on: '12/12/2026' });
    await agreed(office);
    const { text } = await office.as('office').click('decide.paper', { decision: decisionOne });
    assert.match(text, /9\.990\.000/);
  });
  it('is told before it is set of papers that would show it, and cannot be taken back once a paper of its day was made', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const { card } = await office.as('office').click('settings.change', { setting: 'baseSalary' });
    const save = actionsOf(card).find(({ verb }) => verb === 'settings.save');
    const typed = { 'value-value': '9990000', source: 'Nghị định', on: '01/12/2026' };
    const { text } = await office.as('office').click('settings.save', { ...save?.data, ...typed });
    assert.match(text, /Đã có 1 giấy tờ ghi ngày từ 01\/12\/2026/);
  });
  it('cannot be taken back once a paper of its day was made, and says which', async () => {
    const office = await afterCouncil();
    await set(office, 'baseSalary', { 'value-value': '9.990.000', on: '01/12/2026' });
    const change = await latestOf(office, 'baseSalary');
    await agreed(office);
    await office.as('office').click('decide.record', recording());
    const refused = await wayBack(undo(office, 'baseSalary', change));
    assert.deepEqual([refused.code, refused.facts.kind, refused.facts.on], ['SETTING_USED', 'decision', '12/12/2026']);
  });
  it('taken back it stays in the history, and the value before it is in force again', async () => {
    const office = await openOffice();
    await set(office, 'unitName', { 'value-value': 'Tên sai' });
    const change = await latestOf(office, 'unitName');
    for (let i = 0; i < 2; i += 1) await undo(office, 'unitName', change);
    const { text } = await office.as('office').click('settings.one', { setting: 'unitName' });
    assert.match(text, /Giá trị đang áp dụng\nTên đơn vị\nTrung tâm Dịch vụ việc làm Khánh Hòa\nLấy từ\nTệp kế hoạch/);
    assert.match(text, /Tên sai[\s\S]*Đã hủy: Lê Thị Thu Hà/);
    assert.equal((await settingsNow(office)).changes, 2);
    assert.equal(await codeOf(undo(office, 'place', change)), 'SETTING_UNKNOWN');
  });
});

describe('what is in force', () => {
  it('is seen by each process at its next turn, and by pages of the system', async () => {
    const office = await openOffice();
    const other = { ...office.unit };
    const nameIn = (over = {}) => office.run(async ({ plan }) => plan.unit.name, over);
    const twin = { plan: other.plan, planVersion: other.planVersion };
    assert.equal(await nameIn(twin), other.plan.unit.name);
    await set(office, 'unitName', { 'value-value': 'Trung tâm mới' });
    assert.deepEqual([await nameIn(), await nameIn(twin)], ['Trung tâm mới', 'Trung tâm mới']);
    const welcome = await office.as('an').page('start.welcome');
    assert.match(JSON.stringify(welcome?.card), /Trung tâm mới/);
  });
  it('is read at the price of no further call of the store by a turn of a person', async () => {
    const office = await openOffice();
    await set(office, 'unitName', { 'value-value': 'Trung tâm mới' });
    await office.as('an').say('trợ giúp');
    const before = { get: 0, getMany: 0, query: 0 };
    const { store } = office;
    for (const name of ['get', 'getMany', 'query'] as const) {
      const real = store[name].bind(store) as (...of: unknown[]) => unknown;
      (store as unknown as Record<string, unknown>)[name] = (...of: unknown[]) => {
        before[name] += 1;
        return real(...of);
      };
    }
    await office.as('an').say('trợ giúp');
    assert.deepEqual([before.getMany, before.query], [1, 0], JSON.stringify(before));
  });
});
