import { create } from '../../../src/ports/documents.ts';
import type { Card } from '../../../src/ports/messenger.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import { dept, person, scope, valuesOf } from '../office.ts';
import type { Tour } from './open-tour.ts';

/** The office looks through the roster: of all, of a department, of somebody found, of somebody with a long name. */
export async function roster(tour: Tour): Promise<void> {
  const { office } = tour;
  const show = await tour.say('office', 'nhân sự');
  await tour.press('office', show, { verb: 'roster.find', typed: { query: 'không có ai' } });
  const found = await tour.press('office', show, { verb: 'roster.find', typed: { query: 'nguyen' } });
  await tour.press('office', found, { verb: 'roster.find', pick: { page: '1' } });
  await tour.press('office', found, { verb: 'roster.person' });
  const list = await tour.press('office', show, { verb: 'roster.department', pick: { department: dept('advice') } });
  await tour.press('office', list, { verb: 'roster.department', pick: { page: '1' } });
  for (const key of ['an', 'hniê', 'officeHead', 'thao'])
    await tour.click('office', 'roster.person', { person: person(key) });
  const department = 'department:empty';
  const data = { name: 'Phòng Đào tạo nghề', order: 9, isOffice: false, isCollective: true, closedOn: null };
  const owner = person('insuranceHead');
  const known = await office.store.get(scope.unit, addressId(owner));
  await office.store.commit(scope.unit, [create(departmentRecord, scope, department, data)]);
  if (known === undefined)
    await office.store.commit(scope.unit, [
      create(addressRecord, scope, addressId(owner), {
        ...{ owner, conversationId: '', serviceUrl: '', userId: '', botId: '', teamId: '', channelName: '' },
        ...{ reachable: 'blocked', reason: 'uninstalled', at: '2026-11-02T01:00:00.000Z' },
      }),
    ]);
  await tour.click('office', 'roster.person', { person: owner });
  await tour.click('office', 'roster.department', { department });
  await onePerson(tour, show);
  await tour.press('office', show, { verb: 'roster.export' });
  await tour.refuse('an', 'roster.show');
}

const newcomer = {
  ...{ fullName: 'Công Tằng Tôn Nữ Hoàng Thiên Kim Phụng', belongsTo: dept('advice'), email: 'phung@example.vn' },
  ...{ title: 'Viên chức phụ trách tư vấn, giới thiệu việc làm và đào tạo nghề', roles: 'staff,youthSecretary' },
};

/** Somebody is added, corrected, has left and is back. */
async function onePerson(tour: Tour, show: Card): Promise<void> {
  const form = await tour.press('office', show, { verb: 'roster.add' });
  await tour.refusePress('office', form, { verb: 'roster.create', typed: { ...newcomer, email: 'x', roles: '' } });
  await tour.refusePress('office', form, { verb: 'roster.create', typed: { ...newcomer, email: 'thao@example.vn' } });
  const added = await tour.press('office', form, { verb: 'roster.create', typed: newcomer });
  const change = await tour.press('office', added, { verb: 'roster.edit' });
  await tour.press('office', change, { verb: 'roster.change', typed: { ...valuesOf(change), title: 'Chuyên viên' } });
  const move = await tour.press('office', added, { verb: 'roster.move' });
  await tour.refusePress('office', move, { verb: 'roster.transfer' });
  const moving = await tour.press('office', move, { verb: 'roster.transfer', typed: { belongsTo: dept('insurance') } });
  const moved = await tour.press('office', moving, { verb: 'roster.transfer' });
  const day = await tour.press('office', moved, { verb: 'roster.leave' });
  const soon = await tour.press('office', day, { verb: 'roster.depart', typed: { on: '2029-12-31' } });
  const planned = await tour.press('office', soon, { verb: 'roster.depart' });
  const stays = await tour.press('office', planned, { verb: 'roster.stay' });
  const again = await tour.press('office', stays, { verb: 'roster.leave' });
  await tour.refusePress('office', again, { verb: 'roster.depart', typed: { on: 'mai' } });
  const past = await tour.press('office', again, { verb: 'roster.depart', typed: { on: '2026-01-31' } });
  const left = await tour.press('office', past, { verb: 'roster.depart' });
  const back = await tour.press('office', left, { verb: 'roster.back' });
  await tour.press('office', back, { verb: 'roster.return', typed: valuesOf(back) });
  // Of whoever has a dossier that was sent, and leads a department.
  const away = await tour.press('office', await tour.click('office', 'roster.person', { person: person('thao') }), {
    verb: 'leave.show',
  });
  await tour.refusePress('office', away, { verb: 'leave.save', typed: { from: '', to: '' } });
  const period = await tour.press('office', away, { verb: 'leave.save', typed: { from: 'hôm nay', to: '' } });
  const recorded = await tour.press('office', period, { verb: 'leave.save' });
  await tour.press('office', recorded, { verb: 'leave.end' });
  const head = await tour.click('office', 'roster.move', { person: person('adviceHead') });
  await tour.press('office', head, { verb: 'roster.transfer', typed: { belongsTo: dept('insurance') } });
  const director = await tour.click('office', 'roster.edit', { person: person('director') });
  await tour.press('office', director, { verb: 'roster.change', typed: { ...valuesOf(director), roles: 'staff' } });
}
