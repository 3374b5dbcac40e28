import { create } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import { dept, person, scope } from '../office.ts';
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
  await tour.press('office', show, { verb: 'roster.export' });
  await tour.refuse('an', 'roster.show');
}
