import assert from 'node:assert/strict';
import { replace } from '../../../../src/ports/documents.ts';
import { personRecord } from '../../../../src/records/person.ts';
import { assertGoodCard } from '../../../support/check-card.ts';
import { dept, everyoneBut, type Office, person, scope, valuesOf } from '../../../support/office.ts';
import { refusal, wayBack } from '../../../support/refusal.ts';
import { change } from '../../reminders/a-round.ts';
import { dataOf, entra, everyone, known, openCentre, press } from './a-person.ts';

describe('what the roster says of somebody is corrected', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openCentre();
  });
  const form = async (key: string, who = 'office') =>
    (await office.as(who).click('roster.edit', { person: person(key) })).card;
  const save = async (key: string, typed: Record<string, string>, who = 'office') =>
    press(office, await form(key, who), 'roster.change', typed, who);
  const events = async () =>
    (await office.dump('audit'))
      .map(({ data }) => data as { command: string; subject: string; facts: Record<string, string> })
      .filter(({ command }) => command === 'roster.change');
  const namesakes = async () => (await office.dump('namesakes')).map(({ data }) => data as { name: string });

  it('by the form as it is, and only what differs is written, by the names of its columns', async () => {
    const card = await form('thao');
    assertGoodCard(card);
    assert.deepEqual(valuesOf(card), {
      ...{ fullName: 'Tôn Nữ Hoàng Trường Phương Thảo Nguyên', title: 'Chuyên viên', email: 'thao@example.vn' },
      ...{ aadObjectId: 'aad-thao', roles: 'staff,youthSecretary', gender: 'female', startDate: '2015-01-01' },
      ...{ employmentType: 'publicEmployee', organisations: 'youthUnion' },
    });
    const before = await dataOf(office, 'thao');
    const { text, show } = await save('thao', { title: 'Kế toán viên', roles: 'youthSecretary,staff' });
    assert.match(text, /Đã lưu thông tin/);
    assert.equal(show.page, 'roster.person');
    assert.deepEqual(await dataOf(office, 'thao'), { ...before, title: 'Kế toán viên' });
    const [event, ...others] = await events();
    assert.deepEqual([event?.subject, event?.facts, others], [person('thao'), { columns: 'title' }, []]);
  });

  it('with the organisations that they belong to: who joins one is called by it, who leaves it is not', async () => {
    await save('an2', { organisations: 'youthUnion,tradeUnion' });
    assert.deepEqual((await dataOf(office, 'an2')).organisations, ['youthUnion', 'tradeUnion']);
    assert.match(
      (await office.as('office').click('roster.person', { person: person('an2') })).text,
      /Chi đoàn thanh niên; Công đoàn cơ sở/,
    );
    await save('an2', { organisations: '' });
    assert.deepEqual((await dataOf(office, 'an2')).organisations, []);
    await office.store.commit(scope.unit, [
      replace(personRecord, await known(office, 'an2'), {
        ...(await dataOf(office, 'an2')),
        organisations: ['cựuChiếnBinh'],
      }),
    ]);
    await save('an2', { title: 'Kế toán viên' });
    assert.deepEqual((await dataOf(office, 'an2')).organisations, ['cựuChiếnBinh']);
  });

  it('writes nothing when nothing differs, and nothing twice', async () => {
    const card = await form('an');
    await press(office, card, 'roster.change');
    assert.equal((await events()).length, 0);
    await press(office, card, 'roster.change', { title: 'Kế toán viên' });
    const { text } = await press(office, card, 'roster.change', { title: 'Kế toán viên' });
    assert.match(text, /Đã lưu thông tin/);
    assert.equal((await events()).length, 1);
  });

  it('of a card that somebody has outrun nothing is taken, and what is there now is shown', async () => {
    const [mine, theirs] = [await form('an'), await form('an', 'officeHead')];
    await press(office, theirs, 'roster.change', { title: 'Kế toán viên' }, 'officeHead');
    const error = await wayBack(press(office, mine, 'roster.change', { title: 'Văn thư' }));
    assert.equal(error.code, 'PERSON_CHANGED');
    assert.equal(error.facts?.by, 'Nguyễn Thị Hồng Đào');
    assert.deepEqual(error.show, { page: 'roster.person', params: { person: person('an') } });
    assert.equal((await dataOf(office, 'an')).title, 'Kế toán viên');
  });

  it('says all that is wrong at once; what is left as it was is not looked at', async () => {
    const error = await wayBack(save('an', { fullName: '', email: 'x', startDate: 'hôm qua' }));
    assert.deepEqual([error.code, error.also.length, error.typed?.email], ['ROSTER_ROW', 2, 'x']);
    // The account of this cast is none of Entra's, and does not stand in the way of another title.
    assert.equal((await dataOf(office, 'an')).aadObjectId, 'aad-an');
    const right = { fullName: 'Nguyễn Văn An', email: 'an@example.vn', startDate: '2015-01-01' };
    await save('an', { ...right, title: 'Văn thư' });
    assert.equal((await dataOf(office, 'an')).aadObjectId, 'aad-an');
    const { facts } = await refusal(save('an', { email: '', aadObjectId: '' }));
    assert.equal(facts?.line, 'Thiếu cả mã Entra lẫn thư điện tử');
  });

  it('is found by the new e-mail and Entra id from then on, and not by the former ones', async () => {
    await save('an', { email: 'an.moi@example.vn', aadObjectId: entra(3) });
    const keys = [...(await office.dump('key')), ...(await office.dump('upnKey'))].filter(
      ({ data }) => (data as { personId: string }).personId === person('an'),
    );
    assert.equal(keys.length, 2);
    // Who had none is given the address.
    await save('hniê', { email: 'an@example.vn' });
    assert.equal((await dataOf(office, 'hniê')).email, 'an@example.vn');
  });

  it('takes no e-mail of somebody who is here, and no Entra id of anybody', async () => {
    await save('thao', { aadObjectId: entra(4) });
    const email = await wayBack(save('an', { email: 'thao@example.vn' }));
    assert.deepEqual([email.code, email.facts?.column], ['ROSTER_TAKEN', 'email']);
    assert.equal(email.facts?.name, 'Tôn Nữ Hoàng Trường Phương Thảo Nguyên');
    await change(office, 'thao', { status: 'left', statusFrom: '2026-01-01' });
    const id = await wayBack(save('an', { email: 'an@example.vn', aadObjectId: entra(4) }));
    assert.deepEqual([id.code, id.facts?.column], ['ROSTER_TAKEN', 'aadObjectId']);
    await save('an', { email: 'thao@example.vn', aadObjectId: 'aad-an' });
    assert.equal((await dataOf(office, 'an')).email, 'thao@example.vn');
  });

  it('takes no e-mail that somebody has without a key, from before there were any', async () => {
    const thao = await known(office, 'thao');
    await office.store.commit(scope.unit, [replace(personRecord, thao, { ...thao.data, email: 'chung@example.vn' })]);
    assert.equal((await refusal(save('an', { email: 'Chung@example.vn' }))).code, 'ROSTER_TAKEN');
    assert.match(
      String(
        (
          await refusal(
            office.as('office').click('roster.create', {
              ...{
                key: 'form000001aaaa',
                fullName: 'Lê Ba',
                belongsTo: dept('advice'),
                email: 'chung@example.vn',
                roles: 'staff',
              },
              ...{ gender: 'unstated' },
            }),
          )
        ).facts?.line,
      ),
      /chưa rõ là của ai: Tôn Nữ/,
    );
  });

  it('tells a new name apart at once, and no longer who is alone with theirs', async () => {
    assert.deepEqual(
      (await namesakes()).map(({ name }) => name),
      ['Nguyễn Văn An'],
    );
    const { text } = await save('an2', { fullName: 'Lý Ơn' });
    assert.match(text, /Lý Ơn \(Phòng Tư vấn – Giới thiệu việc làm\)/);
    assert.deepEqual(
      (await namesakes()).map(({ name }) => name),
      ['Lý Ơn'],
    );
    await save('an2', { fullName: 'Nguyễn Văn An' });
    assert.deepEqual(
      (await namesakes()).map(({ name }) => name),
      ['Nguyễn Văn An'],
    );
    const marks = (await office.dump('namesakes')).map(({ data }) => (data as { people: string[] }).people);
    assert.deepEqual(marks, [[person('an'), person('an2')]]);
  });

  it('asks once more before the unit has no director, office or council, or whoever does it has no part in it', async () => {
    const director = await save('director', { roles: 'staff' });
    assertGoodCard(director.card);
    assert.match(director.text, /Không còn ai giữ vai trò Giám đốc/);
    assert.ok((await dataOf(office, 'director')).roles.includes('director'));
    await press(office, director.card, 'roster.change');
    assert.deepEqual((await dataOf(office, 'director')).roles, ['staff']);
    const own = await save('office', { roles: 'staff' });
    assert.match(own.text, /Anh\/chị không còn vai trò/);
    const done = await press(office, own.card, 'roster.change');
    assert.equal(done.show.page, 'start.help');
    assert.equal((await refusal(office.as('office').click('roster.show'))).code, 'OFFICE_ONLY');
    await change(office, 'secretary', { roles: ['staff'] });
    const last = await save('officeHead', { roles: 'head' }, 'officeHead');
    assert.match(last.text, /Không còn ai giữ vai trò/);
  });

  it('is refused to everybody else, of who has left, and by forged cards', async () => {
    const { rev } = await known(office, 'an');
    const data = { person: person('an'), rev: String(rev), ...valuesOf(await form('an')), title: 'x' };
    for (const who of everyoneBut('office', 'officeHead', 'secretary')) {
      assert.equal((await refusal(office.as(who).click('roster.edit', { person: person('an') }))).code, 'OFFICE_ONLY');
      assert.equal((await refusal(office.as(who).click('roster.change', data))).code, 'OFFICE_ONLY');
    }
    const click = (more: object) => refusal(office.as('office').click('roster.change', { ...data, ...more }));
    assert.equal((await click({ person: dept('advice') })).code, 'NOTHING_TO_SHOW');
    assert.equal((await click({ person: 'person:nobody' })).code, 'NOTHING_TO_SHOW');
    assert.equal((await click({ rev: 'x' })).code, 'BAD_CARD');
    assert.equal((await click({ departmentId: dept('lead') })).code, 'BAD_CARD');
    await office.as('office').click('roster.change', { ...data, belongsTo: dept('lead') });
    assert.equal((await dataOf(office, 'an')).departmentId, dept('advice'));
    await change(office, 'an', { endDate: '2026-11-15' });
    assert.equal((await click({ title: 'y' })).code, 'PERSON_LEFT');
    assert.equal((await everyone(office)).length, 13);
  });
});
