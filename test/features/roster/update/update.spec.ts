import assert from 'node:assert/strict';
import { list } from '../../../../src/ports/documents.ts';
import { departmentRecord } from '../../../../src/records/department.ts';
import { personRecord } from '../../../../src/records/person.ts';
import { rosterImportRecord } from '../../../../src/records/roster-import.ts';
import { assertGoodCard } from '../../../support/check-card.ts';
import { clicking } from '../../../support/clicking.ts';
import { actionsOf, dept, type Office, person, scope } from '../../../support/office.ts';
import { seedRound } from '../../../support/seed-round.ts';
import { csvOf, openCentre, type Row, rosterNow, sendRoster } from './a-roster.ts';

describe('a roster that the office sends', () => {
  let office: Office;
  let rows: Row[];
  beforeEach(async () => {
    office = await openCentre();
    await seedRound(office);
    rows = await rosterNow(office);
  });
  const people = async () =>
    new Map(
      (await list(office.store, { unit: scope.unit, type: personRecord })).map(({ id, data, rev }) => [
        id,
        { ...data, rev },
      ]),
    );
  const named = (email: string): Row => rows.find((row) => row.email === `${email}@example.vn`) as Row;
  const everything = async () =>
    JSON.stringify([await office.dump('person'), await office.dump('department'), await office.dump('upnKey')]);
  const titles = (card: unknown): string[] => actionsOf(card).map(({ title }) => title);

  it('that says what is known changes nothing, and says so', async () => {
    const before = await everything();
    const { preview } = await sendRoster(office, csvOf(rows));
    assert.match(preview.text, /Tệp khớp với danh sách hiện tại: không có gì phải ghi\./);
    assert.match(preview.text, /Giữ nguyên\n13/);
    assert.equal(await everything(), before);
  });

  it('is previewed by kind, and written once it is confirmed: joined, moved, changed, left', async () => {
    named('an').title = 'Chuyên viên chính';
    named('on').department = 'Phòng Tư vấn – Giới thiệu việc làm';
    rows = rows.filter((row) => row.email !== 'hniê@example.vn');
    rows.push({
      email: 'moi@example.vn',
      fullName: 'Đinh Thị Mới',
      department: 'Phòng Bảo hiểm thất nghiệp',
      title: 'Viên chức',
      roles: 'staff',
    });
    const before = await everything();
    const { id, preview } = await sendRoster(office, csvOf(rows));
    assertGoodCard(preview.card);
    assert.match(preview.text, /Sẽ thay đổi 4 người; chưa ghi gì\./);
    for (const line of ['Thêm mới\n1', 'Chuyển phòng\n1', 'Sửa thông tin\n1', 'Nghỉ việc\n1', 'Giữ nguyên\n10'])
      assert.ok(preview.text.includes(line), line);
    assert.equal(await everything(), before);
    const changed = await office.as('office').click('roster.changes', { id, kind: 'changed', page: '0' });
    assertGoodCard(changed.card);
    assert.match(
      changed.text,
      /Nguyễn Văn An.*\nPhòng Tư vấn – Giới thiệu việc làm · dòng \d+\nChức vụ: Chuyên viên → Chuyên viên chính/,
    );

    const way = clicking(office, 'office', preview.card);
    await way.press('Ghi, 1 người nghỉ việc');
    await office.runDue();
    const after = await office.as('office').click('roster.update', { id });
    assert.match(after.text, /Đã ghi xong: thay đổi 4 người\. Người xác nhận: Lê Thị Thu Hà\./);
    const now = await people();
    assert.equal(now.get(person('an'))?.title, 'Chuyên viên chính');
    assert.equal(now.get(person('on'))?.departmentId, dept('advice'));
    const gone = now.get(person('hniê'));
    assert.deepEqual([gone?.status, gone?.statusFrom], ['left', '2026-11-16']);
    assert.equal([...now.values()].filter(({ fullName }) => fullName === 'Đinh Thị Mới').length, 1);
    assert.equal(now.size, 14);
    // The same file once more.
    const { preview: again } = await sendRoster(office, csvOf(rows));
    assert.match(again.text, /không có gì phải ghi/);
  });

  it('keeps whom it does not name when it is said to be a part', async () => {
    const part = rows.filter(({ department }) => department === 'Phòng Bảo hiểm thất nghiệp');
    part.push({
      email: 'moi@example.vn',
      fullName: 'Đinh Thị Mới',
      department: 'Phòng Bảo hiểm thất nghiệp',
      roles: 'staff',
    });
    const { id, preview } = await sendRoster(office, csvOf(part));
    assert.equal(titles(preview.card)[0]?.startsWith('Xem'), true);
    const way = clicking(office, 'office', preview.card);
    await way.press('Ghi, giữ 10 người đó');
    await office.runDue();
    assert.match((await office.as('office').click('roster.update', { id })).text, /Đã ghi xong: thay đổi 1 người/);
    assert.equal([...(await people()).values()].filter(({ status }) => status === 'left').length, 0);
  });

  it('that would take away much asks once more, and says what', async () => {
    const part = rows.filter(({ department }) => department === 'Phòng Bảo hiểm thất nghiệp');
    const { preview } = await sendRoster(office, csvOf(part));
    const way = clicking(office, 'office', preview.card);
    const asked = await way.press('Ghi, 10 người nghỉ việc');
    assertGoodCard(way.card);
    for (const words of [
      /10 người được ghi nhận đã nghỉ việc/,
      /Không còn ai giữ vai trò Phòng Hành chính/,
      /vai trò Giám đốc/,
      /không đủ để họp/,
    ])
      assert.match(asked, words);
    assert.equal([...(await people()).values()].filter(({ status }) => status === 'left').length, 0);
    office.set('2026-11-16T09:01:00');
    await way.press('Vẫn ghi vào danh sách');
    await office.runDue();
    assert.equal([...(await people()).values()].filter(({ status }) => status === 'left').length, 10);
  });

  it('tells whoever confirms it, and nobody else, that they would be of the office no longer', async () => {
    named('secretary').roles = 'councilSecretary';
    const { preview } = await sendRoster(office, csvOf(rows));
    const own = /Anh\/chị không còn vai trò Phòng Hành chính/;
    const asked = await clicking(office, 'secretary', preview.card).press('Ghi vào danh sách');
    assert.match(asked, own);
    assert.doesNotMatch(await clicking(office, 'office', preview.card).press('Ghi vào danh sách'), own);
    await office.runDue();
    assert.deepEqual((await people()).get(person('secretary'))?.roles, ['councilSecretary']);
  });

  it('gives somebody another Entra id: from then on they are known by it, and by the old one nobody is', async () => {
    const ids = { old: '11111111-2222-4333-8444-555555555555', now: '66666666-7777-4888-8999-aaaaaaaaaaaa' };
    for (const aadObjectId of [ids.old, ids.now]) {
      named('an').aadObjectId = aadObjectId;
      await clicking(office, 'office', (await sendRoster(office, csvOf(rows))).preview.card).press('Ghi vào danh sách');
      await office.runDue();
    }
    const keys = (await office.dump('key')).filter(
      ({ data }) => (data as { personId: string }).personId === person('an'),
    );
    assert.equal((await people()).get(person('an'))?.aadObjectId, ids.now);
    assert.deepEqual(
      keys.map(({ id }) => [id.includes(ids.now), id.includes(ids.old)]),
      [[true, false]],
    );
  });

  it('asks whether a new name beside a department without people is its new name; everything follows the department', async () => {
    for (const row of rows)
      if (row.department === 'Phòng Bảo hiểm thất nghiệp') row.department = 'Phòng Bảo hiểm việc làm';
    named('on').title = 'Chuyên viên chính';
    const { id, preview } = await sendRoster(office, csvOf(rows));
    assert.match(preview.text, /Phòng mới: Phòng Bảo hiểm việc làm\nKhông còn ai: Phòng Bảo hiểm thất nghiệp/);
    const way = clicking(office, 'office', preview.card);
    assert.match(await way.press('Ghi vào danh sách'), /“Phòng Bảo hiểm việc làm” là/);
    assertGoodCard(way.card);
    await way.press('Dùng tên phòng như trên');
    await office.runDue();
    const departments = await list(office.store, { unit: scope.unit, type: departmentRecord });
    assert.deepEqual(
      departments.map(({ data }) => data.name).filter((name) => /Bảo hiểm/.test(name)),
      ['Phòng Bảo hiểm việc làm'],
    );
    assert.equal((await people()).get(person('on'))?.departmentId, dept('insurance'));
    // Nobody went anywhere: what is counted, and listed, is what is done.
    const { text } = await office.as('office').click('roster.update', { id });
    assert.match(text, /Đã ghi xong: thay đổi 1 người/);
    assert.doesNotMatch(text, /Chuyển phòng/);
    const told = (await office.dump('rosterImport'))[0]?.data as { done: number; counts: { changed: number } };
    assert.deepEqual([told.done, told.counts.changed], [1, 1]);
  });

  it('that says it is a new department leaves the old one closed', async () => {
    for (const row of rows)
      if (row.department === 'Phòng Bảo hiểm thất nghiệp') row.department = 'Phòng Bảo hiểm việc làm';
    const { preview } = await sendRoster(office, csvOf(rows));
    const way = clicking(office, 'office', preview.card);
    await way.press('Ghi vào danh sách');
    await way.press('Dùng tên phòng như trên', { 'to-0': 'new' });
    await office.runDue();
    const departments = await list(office.store, { unit: scope.unit, type: departmentRecord });
    assert.deepEqual(
      departments
        .filter(({ data }) => /Bảo hiểm/.test(data.name))
        .map(({ data }) => [data.name, data.closedOn])
        .sort(),
      [
        ['Phòng Bảo hiểm thất nghiệp', '2026-11-16'],
        ['Phòng Bảo hiểm việc làm', null],
      ],
    );
    assert.doesNotMatch((await office.as('office').say('tiến độ')).text, /Bảo hiểm thất nghiệp/);
  });

  it('gives the e-mail of somebody who has left to whoever has it now, and takes back whoever returns', async () => {
    const thao = named('thao');
    rows = rows.filter((row) => row !== thao);
    let way = clicking(office, 'office', (await sendRoster(office, csvOf(rows))).preview.card);
    await way.press('Ghi, 1 người nghỉ việc');
    await office.runDue();
    office.set('2026-11-17T09:00:00');
    rows.push(thao);
    const { preview } = await sendRoster(
      office,
      csvOf(
        rows.map(({ status: _, statusFrom: __, ...row }) => row),
        ['email', 'fullName', 'department', 'title', 'roles', 'gender', 'startDate'],
      ),
    );
    assert.match(preview.text, /Trở lại làm việc\n1/);
    // Not confirmed: somebody else has the address now.
    const successor = { ...thao, fullName: 'Hồ Văn Kế', title: 'Viên chức' };
    const { preview: other } = await sendRoster(office, csvOf([...rows.slice(0, -1), successor]));
    assert.match(other.text, /Thêm mới\n1\n/);
    way = clicking(office, 'office', other.card);
    await way.press('Ghi vào danh sách');
    await office.runDue();
    const now = await people();
    const [id, held] = [...now].find(([, { fullName }]) => fullName === 'Hồ Văn Kế') ?? [];
    assert.ok(id !== undefined && id !== person('thao') && held?.email === 'thao@example.vn');
    const keys = (await office.dump('upnKey')).map(({ data }) => (data as { personId: string }).personId);
    assert.equal(keys.filter((each) => each === id).length, 1);
    assert.equal(keys.filter((each) => each === person('thao')).length, 0);
    assert.equal(now.get(person('thao'))?.status, 'left');
  });

  it('in which something is wrong tells where, gives all of it as a file, and changes nothing', async () => {
    rows.push({ email: 'x', fullName: '', department: 'Phòng A', roles: 'vua' });
    const before = await everything();
    const { id, preview } = await sendRoster(office, csvOf(rows));
    assertGoodCard(preview.card);
    assert.match(preview.text, /Chưa ghi gì: trong tệp có chỗ cần sửa/);
    assert.match(preview.text, /dòng 15/);
    const made = await office.as('office').click('roster.problems', { id });
    assertGoodCard(made.card);
    assert.equal(made.show.page, 'roster.file');
    assert.match(made.text, /Danh sách chỗ cần sửa\nChỗ cần sửa 16-11-2026 0900\.xlsx/);
    assert.doesNotMatch(made.text, /Tệp danh sách nhân sự/);
    assert.match(
      (await clicking(office, 'office', made.card).press('Tệp đã gửi')).toString(),
      /Chưa ghi gì: trong tệp có chỗ cần sửa/,
    );
    await assert.rejects(office.as('an').click('roster.problems', { id }), { code: 'OFFICE_ONLY' });
    const { card } = await office.as('office').click('roster.confirm', { id, rev: '2', absent: 'left' });
    assert.doesNotMatch(JSON.stringify(card), /roster\.confirm/);
    assert.equal(await everything(), before);
  });

  it('with the e-mail of somebody who is here, under another name, says what is done first', async () => {
    named('an').fullName = 'Hồ Văn Kế';
    const { preview } = await sendRoster(office, csvOf(rows));
    assert.match(
      preview.text,
      /Thư điện tử đang là của người khác; .*chỉ đổi tên thì sửa họ tên trước: dòng \d+ \(“Nguyễn Văn An”\)/,
    );
  });

  it('is asked anew when the roster was changed since the preview', async () => {
    named('an').title = 'Chuyên viên chính';
    const { id, preview } = await sendRoster(office, csvOf(rows));
    named('an2').title = 'Kế toán';
    const other = await sendRoster(office, csvOf(rows));
    await clicking(office, 'office', other.preview.card).press('Ghi vào danh sách');
    await office.runDue();
    await clicking(office, 'office', preview.card).press('Ghi vào danh sách');
    await office.runDue();
    const asked = await office.as('office').click('roster.update', { id });
    assert.match(asked.text, /Danh sách đã được sửa từ lần xem trước/);
    assert.equal((await people()).get(person('an2'))?.title, 'Kế toán');
  });

  it('is nobody’s but the office’s: every other person’s file is evidence, every click refused', async () => {
    const { id } = await sendRoster(office, csvOf(rows.slice(1)));
    for (const key of ['an', 'adviceHead', 'director', 'thao']) {
      const sent = await office.as(key).sends(office.attach('nhan-su.xlsx', csvOf(rows)));
      assert.equal(sent.show.page, 'evidence.receiving');
      for (const [verb, data] of [
        ['roster.import', {}],
        ['roster.update', { id }],
        ['roster.changes', { id, kind: 'left', page: '0' }],
        ['roster.confirm', { id, rev: '2', absent: 'left' }],
        ['roster.confirm', { id, rev: '2', absent: 'left', confirm: 'yes' }],
        ['roster.drop', { id }],
      ] as const)
        await assert.rejects(office.as(key).click(verb, data), { code: 'OFFICE_ONLY' }, `${key} ${verb}`);
    }
    for (const data of [
      { id, rev: '2', absent: 'all' },
      { id, rev: 'x', absent: 'left' },
      { id, rev: '2', absent: 'left', other: 'x' },
    ])
      await assert.rejects(office.as('office').click('roster.confirm', data), { code: 'BAD_CARD' });
    await assert.rejects(office.as('office').click('roster.update', { id: person('an') }), { code: 'NOTHING_TO_SHOW' });
  });

  it('of whatever name is one for an hour after somebody has asked how, and evidence else', async () => {
    const strange = () => office.attach('ds.xlsx', csvOf(rows));
    assert.equal((await office.as('office').sends(strange())).show.page, 'evidence.receiving');
    await office.as('office').click('roster.import', {});
    assert.equal((await office.as('office').sends(strange())).show.page, 'roster.update');
    assert.equal((await office.as('office').sends(strange())).show.page, 'evidence.receiving');
    await office.as('office').click('roster.import', {});
    office.set('2026-11-16T10:01:00');
    assert.equal((await office.as('office').sends(strange())).show.page, 'evidence.receiving');
  });

  it('waits in the office’s list of things to do, is dropped by hand, and forgotten after a week', async () => {
    named('an').title = 'Chuyên viên chính';
    const { id } = await sendRoster(office, csvOf(rows));
    assert.match(
      (await office.as('secretary').say('việc của tôi')).text,
      /Danh sách nhân sự trong tệp “nhan-su\.csv” đã đọc xong/,
    );
    assert.match((await office.as('secretary').click('roster.drop', { id })).text, /không được dùng/);
    assert.doesNotMatch((await office.as('secretary').say('việc của tôi')).text, /Danh sách nhân sự trong tệp/);
    const other = await sendRoster(office, csvOf(rows));
    office.set('2026-11-24T09:00:00');
    await office.runDue();
    const [record] = (await list(office.store, { unit: scope.unit, type: rosterImportRecord })).filter(
      ({ id: one }) => one === other.id,
    );
    assert.deepEqual([record?.data.state, record?.data.sha256, record?.data.outline], ['over', '', '']);
  });

  it('that cannot be fetched says what to do', async () => {
    const answer = await office
      .as('office')
      .sends({ name: 'nhan-su.csv', url: 'http://127.0.0.1/up/none', kind: 'file' });
    await office.runDue();
    const { text, card } = await office.as('office').click('roster.update', { id: answer.show.params.id });
    assertGoodCard(card);
    assert.match(text, /Chưa ghi gì/);
  });
});
