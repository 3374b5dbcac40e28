import assert from 'node:assert/strict';
import { readPlan } from '../../../src/domain/plan/read-plan.ts';
import { planWith } from '../../../src/domain/settings/plan-with.ts';
import { startedWith } from '../../support/adopted.ts';
import { clicking } from '../../support/clicking.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { set } from './setting.ts';

async function exported(office: Office): Promise<string> {
  const [file] = await office.dump('export');
  assert.ok(file);
  const { subject, sha256 } = file.data as { subject: string; sha256: string };
  const bytes = await office.machine.files.read(subject, sha256);
  assert.ok(bytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes.chunks) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('cài đặt: the plan’s file', () => {
  it('is exported with what was set, and a program started with it has the same plan', async () => {
    const office = await openOffice();
    await set(office, 'office', { 'value-value': 'Phòng Tổng hợp', on: '01/12/2026' });
    await set(office, 'baseSalary', { 'value-value': '3.000.000', on: '01/07/2027' });
    const hand = clicking(office, 'office', (await office.as('office').say('cài đặt')).card);
    assert.match(await hand.press('Xuất tệp kế hoạch'), /Đã xuất tệp kế hoạch[\s\S]*Ke hoach 02-11-2026 0900\.yaml/);
    const text = await exported(office);
    assert.match(text, /^# Trung tâm Dịch vụ việc làm Khánh Hòa: Kế hoạch đang áp dụng/);
    const read = readPlan(text);
    assert.equal(planWith(read, [], '2026-11-30').unit.office, 'Phòng Hành chính – Nghiệp vụ');
    assert.equal(planWith(read, [], '2026-12-01').unit.office, 'Phòng Tổng hợp');
    assert.equal(read.settings.bonus.baseSalary.at(-1)?.value, 3_000_000);
    const other = await openOffice({ plan: () => read, now: '2026-12-01T08:00:00' });
    assert.equal(await other.run(async ({ plan }) => plan.unit.office), 'Phòng Tổng hợp');
    assert.match(
      (await other.as('office').click('settings.one', { setting: 'office' })).text,
      /Phòng Tổng hợp[\s\S]*Tệp kế hoạch/,
    );
  });
  it('started with in the same office it waits to be taken over like any other', async () => {
    const office = await openOffice();
    await set(office, 'place', { 'value-value': 'Nha Trang', on: '01/12/2026' });
    await office.as('office').click('settings.export');
    await startedWith(office, readPlan(await exported(office)));
    assert.match((await office.as('office').say('cài đặt')).text, /Tệp kế hoạch trên máy chủ khác tệp đang áp dụng/);
  });
  it('is the office’s to export, and its page nobody else’s', async () => {
    const office = await openOffice();
    for (const who of ['director', 'an', 'adviceHead'])
      assert.equal(await codeOf(office.as(who).click('settings.export')), 'NOT_ALLOWED_SET');
    assert.doesNotMatch((await office.as('director').say('cài đặt')).text, /Xuất tệp/);
    const { show } = await office.as('office').click('settings.export');
    assert.equal(await office.as('an').page(show.page, { ...show.params }), null);
    assert.equal(await office.as('office').page(show.page, { sha256: '0'.repeat(64) }), null);
  });
});
