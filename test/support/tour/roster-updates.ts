import { keepKeys } from '../../../src/model/people/keep-keys.ts';
import { list, replace } from '../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import type { Loaded } from '../../../src/records/record.ts';
import { csvOf, type Row, rosterNow } from '../../features/roster/update/a-roster.ts';
import { scope } from '../office.ts';
import type { Tour } from './open-tour.ts';

const isCopy = ({ id, data }: Loaded<Person>): boolean => data.email !== `${id.replace(/^person:/, '')}@example.vn`;

/** The office sends rosters: what is known, what changes, what is wrong, what would take away half of the unit. */
export async function rosterUpdates(tour: Tour): Promise<void> {
  const { office } = tour;
  // Those whom earlier chapters have let join are copies of one.
  for (const one of (await list(office.store, { unit: scope.unit, type: personRecord })).filter(isCopy)) {
    const data = { ...one.data, email: `${one.id.replace(/^person:/, '')}@example.vn` };
    await office.store.commit(scope.unit, [replace(personRecord, one, data)]);
  }
  await office.run(keepKeys);
  const rows = await rosterNow(office);
  await tour.press('office', await tour.say('office', 'nhân sự'), { verb: 'roster.import' });
  const send = async (name: string, of: readonly Row[]) => {
    const read = await tour.sends('office', office.attach(name, csvOf(of)));
    await office.runDue();
    return tour.press('office', read, { verb: 'roster.update' });
  };
  await send(
    'Danh sách viên chức, người lao động năm 2026 của Trung tâm Dịch vụ việc làm Khánh Hòa (bản cuối).csv',
    rows,
  );
  await tour.press('office', await send('sai.csv', [...rows, { email: 'x', department: 'Phòng A', roles: 'vua' }]), {
    verb: 'roster.problems',
  });
  await tour.press('office', await send('một phần.csv', rows.slice(0, 4)), { verb: 'roster.drop' });
  const left = await send('nghỉ nhiều.csv', [...rows.slice(0, 1), ...rows.slice(5)]);
  await tour.press('office', left, { verb: 'roster.confirm', pick: { absent: 'left' } });
  const changed = rows
    .filter(({ email }) => email !== 'on@example.vn')
    .map((row) => ({
      ...row,
      title: `${row.title}, kiêm phụ trách công tác thi đua`,
      department:
        row.department === 'Phòng Bảo hiểm thất nghiệp'
          ? 'Phòng Bảo hiểm thất nghiệp và Thông tin thị trường lao động'
          : (row.department ?? ''),
    }));
  const newcomer = {
    email: 'moi@example.vn',
    fullName: 'Đinh Thị Mới',
    department: 'Phòng Tư vấn – Giới thiệu việc làm',
    roles: 'staff',
  };
  const asked = await send('thay đổi.csv', [...changed, newcomer]);
  for (const kind of ['changed', 'added', 'left'])
    await tour.press('office', asked, { verb: 'roster.changes', pick: { kind } });
  const names = await tour.press('office', asked, { verb: 'roster.confirm', pick: { absent: 'left' } });
  const going = await tour.press('office', names, { verb: 'roster.confirm', typed: { 'to-0': 'new' } });
  await office.runDue();
  await tour.press('office', going, { verb: 'roster.update' });
  await tour.refuse('an', 'roster.import');
}
