import assert from 'node:assert/strict';
import { CodedError } from '../../../../src/domain/errors.ts';
import { Refusal } from '../../../../src/pipeline/answer.ts';
import { assertGoodCard } from '../../../support/check-card.ts';
import { dept, everyoneBut, type Office, person } from '../../../support/office.ts';
import { refusal } from '../../../support/refusal.ts';
import { change } from '../../reminders/a-round.ts';
import { dataOf, entra, everyone, openCentre, press } from './a-person.ts';

const newcomer = {
  ...{ fullName: 'Hồ Thị Mới', belongsTo: dept('advice'), title: 'Viên chức', email: 'Moi@Example.vn' },
  ...{ aadObjectId: entra(1).toUpperCase(), roles: 'staff,youthSecretary', gender: 'female' },
  ...{ startDate: '2026-11-16', employmentType: 'contract' },
};

describe('somebody is added to the roster', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openCentre();
  });
  const form = async () => (await office.as('office').click('roster.add', { department: '' })).card;
  const add = async (typed: Record<string, string> = {}) =>
    press(office, await form(), 'roster.create', { ...newcomer, ...typed });
  const joined = async () => (await everyone(office)).filter(({ data }) => data.fullName === newcomer.fullName);

  it('by a form, from the roster and from a department; their card says what comes next', async () => {
    assertGoodCard(await form());
    const list = (await office.as('office').click('roster.department', { department: dept('advice') })).card;
    const card = (await press(office, list, 'roster.add')).card;
    const { belongsTo: _, ...typed } = newcomer;
    const answer = await press(office, card, 'roster.create', typed);
    assert.equal(answer.show.page, 'roster.person');
    assert.match(answer.text, /Đã thêm Hồ Thị Mới\. Đề nghị báo người này mở trợ lý trong Teams và gõ “xin chào”/);
    const [one] = await joined();
    assert.deepEqual(one?.data, {
      ...{ fullName: 'Hồ Thị Mới', departmentId: dept('advice'), title: 'Viên chức', email: 'moi@example.vn' },
      ...{ aadObjectId: entra(1), roles: ['staff', 'youthSecretary'], gender: 'female', startDate: '2026-11-16' },
      ...{ employmentType: 'contract', endDate: null, status: 'active', statusFrom: null, statusTo: null },
      ...{ organisations: [], locale: 'vi', quietRounds: [] },
    });
    const event = (await office.dump('audit')).map(({ data }) => data as { command: string; subject: string });
    assert.ok(event.some(({ command, subject }) => command === 'roster.add' && subject === one?.id));
    assert.doesNotMatch(JSON.stringify(event), /Mới|moi@/);
  });

  it('says so when the assistant is to know them by their e-mail', async () => {
    assert.match((await add({ aadObjectId: '' })).text, /Chưa có mã Entra: trợ lý nhận ra người này theo thư điện tử/);
  });

  it('once, however often the button is clicked', async () => {
    const card = await form();
    const first = await press(office, card, 'roster.create', newcomer);
    const second = await press(office, card, 'roster.create', newcomer);
    assert.deepEqual(second.show, first.show);
    assert.equal((await joined()).length, 1);
    // At once, too: the slower of both finds whom the other has made.
    const again = await form();
    const twice = { ...newcomer, fullName: 'Hồ Thị Hai', email: 'hai@example.vn', aadObjectId: entra(2) };
    const both = await Promise.all([1, 2].map(() => press(office, again, 'roster.create', twice)));
    assert.deepEqual(both[0]?.show, both[1]?.show);
  });

  it('is held to what a row of a roster is held to: everything that is wrong at once, and nothing typed is lost', async () => {
    const wrong = {
      ...{ fullName: 'Nguy?n V?n An', belongsTo: '', title: 'x'.repeat(201), email: 'khong phai', aadObjectId: '12' },
      ...{ roles: '', gender: 'unstated', startDate: '31/02/2026', employmentType: '', organisations: '' },
    };
    const error = await refusal(press(office, await form(), 'roster.create', wrong));
    assert.ok(error instanceof Refusal);
    const lines = [error.facts, ...error.also.map(({ facts }) => facts)].map((facts) => String(facts?.line));
    assert.deepEqual(lines, [
      'Dài quá 200 ký tự ở cột chức vụ: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…',
      'Mã Entra không đúng dạng (36 ký tự, ví dụ 9e6c56ae-def0-4cf7-8a94-afa8e8f2d8b0): 12',
      'Địa chỉ thư điện tử không đúng dạng: khong phai',
      'Chữ có dấu thành dấu hỏi ở cột họ và tên: lấy lại từ tệp gốc, lưu ở dạng UTF-8: Nguy?n V?n An',
      'Thiếu phòng',
      'Thiếu vai trò',
      'Không phải một ngày có thật ở cột ngày vào làm (viết như 05/09/2016): 31/02/2026',
    ]);
    assert.deepEqual(error.typed, wrong);
    const { facts } = await refusal(add({ email: '', aadObjectId: '' }));
    assert.equal(facts?.line, 'Thiếu cả mã Entra lẫn thư điện tử');
    assert.equal((await everyone(office)).length, 13);
  });

  it('is refused when somebody who is here has the e-mail or the Entra id, who is named and shown', async () => {
    const byEmail = await refusal(add({ email: 'THAO@example.vn' }));
    assert.ok(byEmail instanceof Refusal);
    assert.equal(byEmail.code, 'ROSTER_KNOWN');
    assert.deepEqual(byEmail.show, { page: 'roster.person', params: { person: person('thao') } });
    assert.equal(byEmail.facts?.name, 'Tôn Nữ Hoàng Trường Phương Thảo Nguyên');
    // The same name does not make a difference: they are here.
    assert.equal((await refusal(add({ email: 'on@example.vn', fullName: 'Lý Ơn' }))).code, 'ROSTER_KNOWN');
    const one = await add();
    const again = await refusal(add({ email: 'khac@example.vn' }));
    assert.ok(again instanceof Refusal);
    assert.deepEqual([again.show, again.facts?.column], [one.show, 'aadObjectId']);
    // What was typed waits in the form.
    assert.match((await office.as('office').click('roster.add', { department: '' })).text, /khac@example\.vn/);
  });

  it('asks whether they are back when somebody of that name has left with the e-mail', async () => {
    await change(office, 'on', { status: 'left', statusFrom: '2026-01-01' });
    const answer = await add({ fullName: 'Lý Văn Ơn', email: 'on@example.vn', aadObjectId: '', title: 'Kế toán' });
    assert.deepEqual([answer.show.page, answer.show.params.person], ['roster.back', person('on')]);
    assert.match(answer.text, /của Lý Ơn, đã nghỉ việc/);
    assertGoodCard(answer.card);
    const back = await press(office, answer.card, 'roster.return');
    assert.match(back.text, /Đã ghi nhận Lý Văn Ơn trở lại làm việc/);
    const { status, fullName, title, departmentId } = await dataOf(office, 'on');
    assert.deepEqual([status, fullName, title, departmentId], ['active', 'Lý Văn Ơn', 'Kế toán', dept('advice')]);
    // What was left empty takes nothing away: they are let in as before.
    assert.equal((await dataOf(office, 'on')).aadObjectId, 'aad-on');
    assert.equal((await everyone(office)).length, 13);
  });

  it('gives the e-mail of somebody who has left to a successor', async () => {
    await change(office, 'on', { status: 'left', statusFrom: '2026-01-01' });
    const answer = await add({ email: 'on@example.vn' });
    assert.equal(answer.show.page, 'roster.person');
    assert.equal((await joined()).length, 1);
    // The former one comes back without it, and is told apart from whoever has it.
    const back = await office.as('office').click('roster.back', { person: person('on') });
    assert.doesNotMatch(back.text, /on@example\.vn/);
    const taken = await refusal(press(office, back.card, 'roster.return', { email: 'on@example.vn' }));
    assert.deepEqual([taken.code, taken.facts?.name], ['ROSTER_TAKEN', 'Hồ Thị Mới']);
  });

  it('tells namesakes apart at once', async () => {
    const { text } = await add({ fullName: 'Lý Ơn' });
    assert.match(text, /Lý Ơn \(Phòng Tư vấn – Giới thiệu việc làm\)/);
    assert.match(
      (
        await office
          .as('an')
          .click('roster.show')
          .catch(() => ({ text: '' }))
      ).text,
      /^$/,
    );
    const { text: other } = await office.as('office').click('roster.person', { person: person('on') });
    assert.match(other, /Lý Ơn \(Phòng Bảo hiểm thất nghiệp\)/);
  });

  it('is refused to everybody else, and by forged cards', async () => {
    const key = 'form000001aaaa';
    for (const who of everyoneBut('office', 'officeHead', 'secretary')) {
      assert.equal((await refusal(office.as(who).click('roster.add', { department: '' }))).code, 'OFFICE_ONLY');
      assert.equal((await refusal(office.as(who).click('roster.create', { key, ...newcomer }))).code, 'OFFICE_ONLY');
      assert.equal(await office.as(who).page('roster.add', { department: '' }), null);
    }
    for (const belongsTo of [person('an'), 'department:none', ''])
      assert.equal((await refusal(add({ belongsTo }))).facts?.line, 'Thiếu phòng');
    assert.match(String((await refusal(add({ roles: 'staff,king' }))).facts?.line), /^Vai trò không có trong danh mục/);
    for (const forged of [{ key: 'person:office' }, { key: '' }, { key, status: 'left' }, { key, departmentId: 'x' }])
      assert.equal(
        (await refusal(office.as('office').click('roster.create', { ...newcomer, ...forged }))).code,
        'BAD_CARD',
      );
    assert.equal((await everyone(office)).length, 13);
    assert.ok((await refusal(add({ gender: 'x' }))) instanceof CodedError);
  });
});
