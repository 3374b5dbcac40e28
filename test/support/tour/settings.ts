import type { Card } from '../../../src/ports/messenger.ts';
import { startedWith } from '../adopted.ts';
import { valuesOf } from '../office.ts';
import type { Tour } from './open-tour.ts';

const source = 'Quyết định số 123/QĐ-DVVLKH ngày 01/12/2026 của Giám đốc Trung tâm Dịch vụ việc làm Khánh Hòa';
const long = 'Phòng Hành chính, Tổng hợp, Nghiệp vụ và Phát triển thị trường lao động';

/** What the plan leaves open: all groups, a value of each kind, one that is set, one to come, one taken back, one that cannot be. */
export async function settings(tour: Tour): Promise<void> {
  const show = await tour.say('office', 'cài đặt');
  for (const group of ['names', 'papers', 'money', 'council', 'steps', 'calendar'])
    await tour.press('office', show, { verb: 'settings.group', pick: { group } });
  for (const setting of [
    'formLabel',
    'parent',
    'quota-unit-person',
    'quorum',
    'ballot',
    'holidays-2027',
    'officeHours',
  ])
    await tour.press('office', await one(tour, setting), { verb: 'settings.change' });
  await set(tour, 'office', { 'value-value': long, on: '2027-01-01' });
  await set(tour, 'quota-unit-person', { 'value-limit': '20%', 'value-rounding': 'nearest' });
  for (const [i, name] of ['Bảo', 'Châu', 'Dũng', 'Giang', 'Hạnh'].entries())
    await set(tour, 'place', {
      'value-value': `Xã ${name}, tỉnh Khánh Hòa`,
      on: `2027-0${i + 1}-01`,
    });
  const place = await one(tour, 'place');
  await tour.press('office', place, { verb: 'settings.one', pick: { page: '1' } });
  await tour.press('office', await tour.press('office', place, { verb: 'settings.undo' }), {
    verb: 'settings.group',
  });
  await set(tour, 'baseSalary', { 'value-value': '3.000.000', on: '2026-12-01' });
  const form = await tour.press('office', await one(tour, 'quorum'), { verb: 'settings.change' });
  await tour.refusePress('office', form, {
    verb: 'settings.save',
    typed: { ...valuesOf(form), 'value-value': '4/3', source },
  });
  const { plan } = tour.office;
  await tour.click('office', 'settings.plan');
  const unit = {
    ...plan.unit,
    name: long,
    shortName: 'Đơn vị',
    place: 'Nha Trang',
    symbol: 'TT',
    council: 'Hội đồng mới',
  };
  const quotas = plan.quotas.slice(0, 2).map((row) => ({ ...row, limit: { count: 5 } }));
  const rules = { ...plan.settings, originalsBy: '15/12', supplementWorkingDays: 7, headOpinionWorkingDays: 4 };
  const { planVersion } = await startedWith(tour.office, {
    ...plan,
    unit,
    quotas,
    settings: rules,
    shortTitle: 'Tên khác',
  });
  await tour.say('office', 'cài đặt');
  await tour.say('office', 'việc của tôi');
  await tour.press('office', await tour.click('office', 'settings.plan'), { verb: 'settings.adopt' });
  await tour.refuse('office', 'settings.adopt', { version: `${planVersion}0` });
  await tour.say('director', 'cài đặt');
  await tour.click('director', 'settings.one', { setting: 'place' });
  await tour.click('office', 'settings.export');
  await tour.refuse('an', 'settings.show');
  await tour.refuse('director', 'settings.change', { setting: 'place' });
}

const one = (tour: Tour, setting: string): Promise<Card> => tour.click('office', 'settings.one', { setting });

async function set(tour: Tour, setting: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const form = await tour.press('office', await one(tour, setting), { verb: 'settings.change' });
  const sent = { ...valuesOf(form), source, ...typed };
  const preview = await tour.press('office', form, { verb: 'settings.save', typed: sent });
  await tour.press('office', preview, { verb: 'settings.save', pick: { confirm: 'yes' } });
}
