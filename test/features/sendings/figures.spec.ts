import assert from 'node:assert/strict';
import { replace } from '../../../src/ports/documents.ts';
import { outcomeOf } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, dept, openOffice, scope, textOf } from '../../support/office.ts';
import { launch } from '../campaign/launching.ts';
import { deliveriesOf, personOf, sentLaunch } from './a-sending.ts';

describe('đối soát: one sending', () => {
  it('counts what a reader of every message would count, in all and in each department', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const all = await deliveriesOf(office, spread);
    const { card, text } = await office.as('office').click('sending.show', { spread });
    const labels = {
      unreachable: 'Chưa kết nối được',
      refused: 'Không gửi được do lỗi',
      ambiguous: 'Chưa rõ đã nhận hay chưa',
      waiting: 'Đang chờ gửi',
      dropped: 'Không còn phải gửi',
      delivered: 'Đã nhận, chưa có thao tác',
      answered: 'Đã nhận, đã có thao tác',
    } as const;
    for (const [outcome, label] of Object.entries(labels)) {
      const n = all.filter(({ data }) => outcomeOf(data) === outcome).length;
      assert.ok(n > 0, outcome);
      assert.ok(text.includes(`${label}\n${n}\n`), `${label} ${n} in ${text}`);
    }
    assert.match(text, /13\nNgười nhận\n6\nĐã nhận\n4\nChưa nhận được/);
    assert.match(text, /Còn 1 tin chờ gửi/);
    assert.deepEqual(
      actionsOf(card).flatMap(({ data }) => (data.outcome === undefined ? [] : [data.outcome])),
      Object.keys(labels),
    );
    const { text: departments } = await office.as('office').click('sending.departments', { spread });
    for (const key of ['lead', 'office', 'advice', 'insurance'] as const) {
      const of = all.filter(({ data }) => data.department === dept(key));
      const reached = of.filter(({ data }) => data.state === 'sent').length;
      assert.match(departments, new RegExp(`\n${reached}/${of.length} người đã nhận\n`), key);
    }
    assert.match(departments, /Xác nhận đọc 0 · chưa kết nối 3 · chưa rõ 1/);
  });

  it('shows the figures of a sending that has only begun, and counts who is still to come', async () => {
    const office = await openOffice();
    const spread = await launch(office);
    const { text } = await office.as('office').click('sending.show', { spread });
    assert.match(text, /Đang gửi\n13\nNgười nhận\n0\nĐã nhận/);
    assert.match(text, /Còn 13 tin chờ gửi, khoảng 1 phút nữa/);
  });

  it('counts who confirmed the launch as read, here and in the department', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    for (const key of ['an', 'adviceHead']) await office.as(key).click('announce.acknowledge', { launch: spread });
    assert.match((await office.as('office').click('sending.show', { spread })).text, /Đã xác nhận đọc: 2\/13 người/);
    const { text } = await office.as('office').click('sending.departments', { spread });
    assert.match(text, /Xác nhận đọc 2 · chưa kết nối 3/);
    assert.match(text, /\n3\/3 người đã nhận\n.*Xác nhận đọc 0/s);
    const people = await office.as('office').click('sending.people', { spread, department: dept('advice') });
    assert.match(people.text, /xác nhận đọc lúc 09:00 ngày 02\/11\/2026/);
  });

  it('lists those without a department apart, and opens them', async () => {
    const office = await openOffice({ people: { an2: { departmentId: '' } } });
    const spread = await sentLaunch(office);
    const { card, text } = await office.as('office').click('sending.departments', { spread });
    assert.match(text, /Không thuộc phòng nào\n0\/1 người đã nhận/);
    const none = actionsOf(card).find(({ data }) => data.department === 'none');
    const people = await office.as('office').click('sending.people', none?.data);
    assert.match(people.text, /Không thuộc phòng nào\n.*\nNguyễn Văn An\nChuyên viên\nChưa cài ứng dụng/s);
    assert.match(
      (await office.as('office').click('sending.people', { spread })).text,
      /Nguyễn Văn An \(an2\)\nChuyên viên\nChưa/,
    );
  });

  it('keeps telling of who has left since, and of who is no longer in the roster', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const left = await personOf(office, 'hniê');
    await office.store.commit(scope.unit, [
      replace(personRecord, left, { ...left.data, status: 'left', statusFrom: '2026-11-01' }),
    ]);
    const gone = await personOf(office, 'an');
    await office.store.commit(scope.unit, [{ op: 'delete', id: gone.id, etag: gone.etag }]);
    const { text } = await office.as('office').click('sending.people', { spread, outcome: 'unreachable' });
    assert.match(text, /H'Hen Niê/);
    assert.match(text, /\(không còn trong danh sách nhân sự\)\n.*\nĐã chặn ứng dụng/);
    assert.match((await office.as('office').click('sending.show', { spread })).text, /13\nNgười nhận/);
  });

  it('is the card of the sending’s own record, so that it is kept in step', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    for (const page of ['sending.show', 'sending.departments'])
      assert.equal((await office.as('office').page(page, { spread, page: '0' }))?.subject, spread);
  });
});

describe('đối soát: the list', () => {
  it('has what went to many people, newest first, in words; nothing that went to the office alone', async () => {
    const office = await openOffice();
    await sentLaunch(office);
    office.set('2026-11-03T08:00:00');
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    await office.runDue();
    office.set('2026-11-18T10:00:00');
    await office
      .as('secretary')
      .click('remind.now', { round: 'annual-2026', audience: 'staff', formId: 'f1', confirm: 'yes' });
    await office.runDue();
    office.set('2026-11-23T08:30:00');
    await office.runDue();
    const { text, card } = await office.as('director').say('doi soat');
    const told = [
      'Tin nhắc buổi sáng (23/11/2026)',
      'Đôn đốc trực tiếp (18/11/2026)',
      'Mở đợt xét khen thưởng năm 2026',
      'Phát động Kế hoạch số 25/KH-DVVVKH',
    ];
    const names = textOf(card).split('\n');
    assert.deepEqual(
      names.filter((line) => told.includes(line)),
      told,
    );
    assert.match(text, /08:30 ngày 23\/11\/2026 · Hệ thống gửi theo lịch/);
    assert.match(text, /10:00 ngày 18\/11\/2026 · Phạm Thị Mỹ Lệ/);
    assert.match(text, /6\/13 người đã nhận/);
  });

  it('goes back page by page, over the turn of a year', async () => {
    const office = await openOffice({ now: '2025-12-20T09:00:00' });
    const call = (n: number) => ({
      formId: `call${String(n).padStart(4, '0')}`,
      title: `Việc số ${n}`,
      text: 'Mời tham gia.',
      place: 'Hội trường',
      date: '2026-03-01',
      time: '07:30',
      answerBy: '2026-02-20',
      confirm: 'yes',
    });
    for (let n = 0; n < 11; n++) {
      if (n === 6) office.set('2026-01-05T09:00:00');
      else office.set(office.now.plus({ minutes: 1 }).toISO() ?? '');
      await office.as('thao').click('call.post', call(n));
    }
    const seen: string[] = [];
    let data: unknown = { page: '0' };
    for (;;) {
      const { card } = await office.as('office').click('sending.list', data);
      seen.push(...[...textOf(card).matchAll(/^Lời kêu gọi: Việc số (\d+)$/gm)].map(([, n]) => n ?? ''));
      const next = actionsOf(card).find(({ title }) => title === 'Trang sau');
      if (next === undefined) break;
      data = next.data;
    }
    assert.deepEqual(seen, ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1', '0']);
  });

  it('says what will be here while nothing was sent', async () => {
    const office = await openOffice();
    assert.match((await office.as('office').say('đối soát')).text, /Chưa có lần gửi nào/);
  });
});
