import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { replace } from '../../../src/ports/documents.ts';
import type { FileGrant } from '../../../src/ports/files.ts';
import { outcomes } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';
import { keptFile } from '../../support/memory-files.ts';
import { type Office, openOffice, scope } from '../../support/office.ts';
import { type ReadCell, readWorkbook } from '../../support/read-workbook.ts';
import { deliveriesOf, end, personOf, resend, sentLaunch } from './a-sending.ts';

async function exported(office: Office, spread: string, who = 'office') {
  const { show, text, card } = await office.as(who).click('sending.export', { spread });
  const bytes = await keptFile(office.machine.files, spread, show.params.sha256 ?? '');
  assert.ok(bytes);
  const [people, departments] = readWorkbook(bytes);
  assert.ok(people !== undefined && departments !== undefined);
  return { people, departments, show, text, card, bytes };
}
const plain = (row: readonly ReadCell[] | undefined): (string | number)[] => (row ?? []).map(({ value }) => value);
const clock = (cell: ReadCell | undefined): string => {
  assert.equal(cell?.kind, 'instant');
  const minutes = Math.round(Number(cell?.value) * 1440);
  return DateTime.fromISO('1899-12-30', { zone: 'utc' }).plus({ minutes }).toFormat('dd/MM/yyyy HH:mm');
};

/** By department in protocol order, then by given name: letters before tones. */
const inOrder = [
  'Lê Thị Ngọc Ánh',
  'Trần Quốc Khánh',
  'Nguyễn Thị Hồng Đào',
  'Lê Thị Thu Hà',
  'Phạm Thị Mỹ Lệ',
  'Nguyễn Văn An (an)',
  'Nguyễn Văn An (an2)',
  'Đỗ Ăn',
  'Trịnh Thị Ẩn',
  "H'Hen Niê",
  'Tôn Nữ Hoàng Trường Phương Thảo Nguyên',
  'Lý Ơn',
  'Võ Thị Ý',
];

describe('đối soát: the workbook', () => {
  it('has a row for each person, by department in protocol order and then by given name', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { people, text } = await exported(office, spread);
    assert.deepEqual(plain(people.rows[0]), [
      'Phòng',
      'Họ và tên',
      'Chức danh',
      'Kết quả',
      'Gửi lúc',
      'Thao tác đầu tiên lúc',
      'Xác nhận đọc lúc',
      'Lý do',
      'Số lần thử gửi',
      'Có thể nhận hai lần',
    ]);
    assert.deepEqual(
      people.rows.slice(1).map((row) => plain(row)[1]),
      inOrder,
    );
    assert.match(text, /Đã lập bảng với 13 người/);
  });

  it('says in cells what the cards say: outcome, times of Vietnam, why, attempts, possibly twice', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    await office.as('vice').click('announce.acknowledge', { launch: spread });
    const { people } = await exported(office, spread);
    const rowOf = (name: string) => people.rows.find((row) => plain(row)[1] === name) ?? [];
    const vice = rowOf('Lê Thị Ngọc Ánh');
    assert.deepEqual(plain(vice.slice(0, 4)), [
      'Ban Giám đốc',
      'Lê Thị Ngọc Ánh',
      'Chuyên viên',
      'Đã nhận, đã có thao tác',
    ]);
    assert.deepEqual(vice.slice(4, 7).map(clock), ['02/11/2026 09:01', '02/11/2026 10:30', '02/11/2026 09:00']);
    assert.deepEqual(vice.slice(7), [{ kind: 'number', value: 1 }]);
    assert.deepEqual(plain(rowOf('Võ Thị Ý').slice(3)), [
      'Không gửi được do lỗi',
      'Nội dung tin vượt giới hạn của Teams (413)',
      1,
    ]);
    const office2 = rowOf('Lê Thị Thu Hà');
    assert.deepEqual(plain(office2.slice(-2)), [2, 'Có']);
  });

  it('adds up by department and in all, and says of what and as of when', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { departments, people } = await exported(office, spread);
    const titles = plain(departments.rows[0]);
    assert.equal(titles.length, 2 + outcomes.length + 1);
    const total = departments.rows.find((row) => plain(row)[0] === 'Cộng');
    assert.deepEqual(plain(total), ['Cộng', people.rows.length - 1, 1, 3, 3, 1, 3, 1, 1, 0, 0]);
    const advice = departments.rows.find((row) => plain(row)[0] === 'Phòng Tư vấn – Giới thiệu việc làm');
    assert.deepEqual(plain(advice), ['Phòng Tư vấn – Giới thiệu việc làm', 5, 0, 0, 1, 1, 3, 0, 0, 0, 0]);
    const last = departments.rows.slice(-3).map(plain);
    assert.deepEqual(last, [
      ['Nội dung', 'Phát động Kế hoạch số 25/KH-DVVVKH'],
      ['Số liệu đến', '09:00 ngày 02/11/2026'],
      ['Bắt đầu gửi lúc', '09:00 ngày 02/11/2026'],
    ]);
  });

  it('takes a name as a text whatever it begins with', async () => {
    const office = await openOffice({ people: { an: { fullName: '=HYPERLINK("http://x","y")', title: '+1' } } });
    const { people } = await exported(office, await sentLaunch(office));
    const row = people.rows.find((cells) => plain(cells)[1] === '=HYPERLINK("http://x","y")');
    assert.deepEqual(
      row?.slice(1, 3).map(({ kind }) => kind),
      ['text', 'text'],
    );
    assert.doesNotMatch(people.xml, /<f>/);
  });

  it('has whoever has left, and a row for whom the roster no longer has', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const left = await personOf(office, 'on');
    await office.store.commit(scope.unit, [
      replace(personRecord, left, { ...left.data, status: 'left', statusFrom: '2026-01-01' }),
    ]);
    const gone = await personOf(office, 'thao');
    await office.store.commit(scope.unit, [{ op: 'delete', id: gone.id, etag: gone.etag }]);
    const { people } = await exported(office, spread);
    assert.equal(people.rows.length, 14);
    assert.ok(people.rows.some((row) => plain(row)[1] === 'Lý Ơn'));
    assert.ok(people.rows.some((row) => plain(row)[1] === '(không còn trong danh sách nhân sự)'));
  });

  it('marks whoever may have had the first when it was sent again', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const again = await resend(office, spread, 'true');
    for (const { id } of await deliveriesOf(office, again)) await end(office, id, { state: 'sent' });
    const { people } = await exported(office, again);
    const twice = people.rows.slice(1).filter((row) => plain(row).at(-1) === 'Có');
    assert.deepEqual(
      twice.map((row) => plain(row)[1]),
      ['Trịnh Thị Ẩn'],
    );
  });

  it('opens by a link that is minted at each look, under a name that says what it is', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const grants: FileGrant[] = [];
    Object.assign(office.machine.links, {
      mint: (grant: FileGrant) => grants.push(grant) && 'http://127.0.0.1/files/x',
    });
    const { show } = await exported(office, spread);
    await office.as('director').page('sending.file', show.params);
    assert.equal(grants.length, 2);
    assert.deepEqual(grants[1], {
      owner: spread,
      sha256: show.params.sha256,
      name: 'Đối soát 02-11-2026 0900.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  });

  it('is audited, and gone after an hour: the file, and the way to it', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { show } = await exported(office, spread);
    await office.as('office').click('sending.export', { spread });
    const told = (await office.dump('audit')).map(({ data }) => data as { command: string; subject: string });
    assert.deepEqual(
      told.filter(({ command }) => command === 'sending.export').map(({ subject }) => subject),
      [spread],
    );
    office.set('2026-11-02T09:59:59');
    await office.runDue();
    assert.ok(await keptFile(office.machine.files, spread, show.params.sha256 ?? ''));
    office.set('2026-11-02T10:00:01');
    await office.runDue();
    assert.equal(await keptFile(office.machine.files, spread, show.params.sha256 ?? ''), undefined);
    assert.deepEqual(await office.dump('export'), []);
    assert.equal(await office.as('office').page('sending.file', show.params), null);
  });
});
