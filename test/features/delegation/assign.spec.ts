import assert from 'node:assert/strict';
import { decode, replace } from '../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const headOfAdvice = `head|${dept('advice')}|${person('adviceHead')}`;
const vacant = `head|${dept('advice')}|`;
const secretaryPost = `councilSecretary||${person('secretary')}`;

async function opened(people: Record<string, Partial<Person>> = {}, now = '2026-11-30T16:55:00'): Promise<Office> {
  const office = await openOffice({ now, people });
  await seedRound(office);
  return office;
}
const draft = (more: object = {}) => ({
  formId: 'form777777',
  post: headOfAdvice,
  name: 'Trịnh Thị Ẩn',
  from: '2026-11-30',
  ...more,
});
const assign = async (office: Office, more: object = {}, by = 'office') => {
  const { card } = await office.as(by).click('delegate.assign', draft(more));
  office.set(office.now.plus({ seconds: 3 }).toISO() ?? '');
  const record = actionsOf(card).find(({ data }) => data.confirm === 'yes');
  assert.ok(record, 'no button that records');
  return office.as(by).click('delegate.assign', record.data);
};
async function change(office: Office, key: string, to: Partial<Person>): Promise<void> {
  const stored = await office.store.get(scope.unit, person(key));
  assert.ok(stored);
  const loaded = decode(personRecord, stored);
  await office.store.commit(scope.unit, [replace(personRecord, loaded, { ...loaded.data, ...to })]);
}

describe('phân công', () => {
  it('is typed, filled in, shown and recorded; whom it concerns is told once', async () => {
    const office = await opened();
    const first = await office.as('office').say('phân công');
    assertGoodCard(first.card);
    assert.match(first.text, /Hiện không có phân công nào/);
    const at = clicking(office, 'office', first.card);
    await at.press('Phân công mới');
    assertGoodCard(at.card);
    const typed = {
      post: headOfAdvice,
      name: 'trinh thi an',
      until: '2026-12-05',
      number: '15/QĐ-DVVLKH',
      issuedOn: '2026-11-30',
    };
    const shown = await at.press('Kiểm tra phân công', typed);
    assertGoodCard(at.card);
    assert.match(
      shown,
      /Phụ trách Phòng Tư vấn – Giới thiệu việc làm\nChuyên viên Trịnh Thị Ẩn, thay Trưởng phòng Đỗ Ăn\n/,
    );
    assert.match(shown, /Từ ngày 30\/11\/2026 đến hết ngày 05\/12\/2026\nVăn bản số 15\/QĐ-DVVLKH ngày 30\/11\/2026/);
    assert.deepEqual(await office.dump('delegations'), []);
    office.set('2026-11-30T16:55:05');
    const list = await at.press('Ghi phân công');
    assertGoodCard(at.card);
    assert.match(list, /Đã ghi phân công/);
    assert.match(list, /Đang thực hiện/);
    const told = (await office.owed('delegation.assigned')).map(({ to }) => to).sort();
    assert.deepEqual(told, ['adviceDeputy', 'adviceHead', 'director']);
    const [audit] = (await office.dump('audit'))
      .map(({ data }) => data as Record<string, unknown>)
      .filter(({ command }) => command === 'delegate.assign');
    assert.equal(audit?.actor, person('office'));
    assert.equal(audit?.subject, person('adviceDeputy'));
    assert.deepEqual(audit?.facts, {
      post: 'head',
      departmentId: dept('advice'),
      inPlaceOf: person('adviceHead'),
      from: '2026-11-30',
      until: '2026-12-05',
      number: '15/QĐ-DVVLKH',
      issuedOn: '2026-11-30',
    });
    for (const [who, words] of [
      ['adviceDeputy', /Giám đốc phân công anh\/chị: Phụ trách Phòng Tư vấn.*, thay Trưởng phòng Đỗ Ăn/],
      ['adviceHead', /Giám đốc phân công Chuyên viên Trịnh Thị Ẩn thay anh\/chị/],
      ['director', /Đã ghi phân công của Giám đốc/],
    ] as const) {
      const word = (await office.owed('delegation.assigned')).find(({ to }) => to === who);
      assert.ok(word);
      const page = await office.as(who).page(word.data.show.page, word.data.show.params);
      assert.ok(page);
      assertGoodCard(page.card);
      assert.match(textOf(page.card), words);
    }
  });

  it('somebody of the staff acts on the last evening, sudden as the leave may be; it is theirs alone, and goes back', async () => {
    const office = await opened({ adviceDeputy: { roles: ['staff'] } });
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const forged = { nomination: id, rev: '1', confirm: 'yes' };
    await assert.rejects(office.as('an2').click('review.agree', forged), { code: 'NOT_REVIEWER' });
    await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2026-11-30', statusTo: null });
    await assign(office, { name: 'an2@example.vn' }, 'director');
    const todo = await office.as('an2').say('việc của tôi');
    assert.match(todo.text, /cho ý kiến/);
    const help = await office.as('an2').say('trợ giúp');
    assert.ok(actionsOf(help.card).some(({ data }) => data.command === 'review'));
    await assert.rejects(office.as('adviceHead').click('review.agree', forged), { code: 'NOT_REVIEWER' });
    const { card, text } = await office.as('an2').say('xác nhận');
    assertGoodCard(card);
    assert.match(text, /Thay Trưởng phòng Đỗ Ăn \(đang nghỉ\)/);
    await office.as('an2').click('review.agree', forged);
    const { opinion } = (await nominationOf(office, id)).data;
    assert.deepEqual([opinion?.by, opinion?.inPlaceOf], [person('an2'), person('adviceHead')]);

    const other = await seedDossier(office, 'hniê', { state: 'submitted' });
    await office.as('director').click('delegate.end', { assignment: 'form777777', confirm: 'yes' });
    await assert.rejects(office.as('an2').click('review.agree', { ...forged, nomination: other }), {
      code: 'NOT_REVIEWER',
    });
    assert.doesNotMatch((await office.as('an2').say('việc của tôi')).text, /cho ý kiến/);
    assert.deepEqual((await office.owed('delegation.ended')).map(({ to }) => to).sort(), ['adviceHead', 'an2']);
    await office.as('adviceHead').click('review.agree', { ...forged, nomination: other });
  });

  it('an acting head proposes, sees the department and writes its dossier; the own opinion goes elsewhere', async () => {
    const office = await opened({ adviceHead: { status: 'left', statusFrom: '2026-11-20' } });
    await assign(office, { post: vacant, name: 'an2@example.vn' });
    assert.equal((await office.as('an2').say('tiến độ')).show.params.department, dept('advice'));
    assert.equal((await office.as('an2').say('hồ sơ tập thể')).show.page, 'collective.show');
    const queue = await office.as('an2').say('xác nhận');
    assert.ok(actionsOf(queue.card).some(({ verb }) => verb === 'review.people'));
    await seedDossier(office, 'an', { state: 'draft' });
    const sending = await office.as('an').click('nomination.submit', { round });
    assert.match(sending.text, /Chuyên viên Nguyễn Văn An, cho ý kiến chậm nhất/);
    await seedDossier(office, 'an2', { state: 'draft' });
    assert.match(
      (await office.as('an2').click('nomination.submit', { round })).text,
      /Giám đốc Trần Quốc Khánh, cho ý kiến/,
    );
  });

  it('the council’s secretary is replaced: the other records, the former does not', async () => {
    const office = await opened({}, '2026-12-03T09:00:00');
    await seedDossier(office, 'an', { state: 'accepted' });
    await assign(
      office,
      { post: secretaryPost, name: 'Lê Thị Thu Hà', from: '2026-12-03', number: '7/QĐ', issuedOn: '2026-12-02' },
      'director',
    );
    const acting = await office.as('office').say('hội đồng');
    const former = await office
      .as('secretary')
      .say('hội đồng')
      .catch((error: unknown) => error);
    assert.equal(acting.show.page, 'council.show');
    await assert.rejects(office.as('secretary').click('council.form', { round }), { code: 'COUNCIL_SECRETARY_ONLY' });
    assert.equal((await office.as('office').click('council.form', { round })).show.page, 'council.form');
    assert.ok(former);
    office.set('2026-12-03T09:05:00');
    await office.as('director').click('delegate.end', { assignment: 'form777777', confirm: 'yes' });
    assert.equal((await office.as('secretary').click('council.form', { round })).show.page, 'council.form');
    await assert.rejects(office.as('office').click('council.form', { round }), { code: 'COUNCIL_SECRETARY_ONLY' });
  });

  it('one to come begins on its day and is over after its last', async () => {
    const office = await opened({}, '2026-11-12T09:00:00');
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const { text } = await assign(office, { name: 'Võ Thị Ý', from: '2026-11-16', until: '2026-11-17' });
    assert.match(text, /Chưa đến ngày/);
    const forged = { nomination: id, rev: '1', confirm: 'yes' };
    await assert.rejects(office.as('insuranceHead').click('review.agree', forged), { code: 'NOT_REVIEWER' });
    office.set('2026-11-16T08:00:00');
    assert.match((await office.as('insuranceHead').say('xác nhận')).text, /Thay Trưởng phòng Đỗ Ăn/);
    office.set('2026-11-18T08:00:00');
    await assert.rejects(office.as('insuranceHead').click('review.agree', forged), { code: 'NOT_REVIEWER' });
    assert.match((await office.as('office').say('phân công')).text, /Hiện không có phân công nào/);
  });

  it('several of a name are told apart, and one is chosen', async () => {
    const office = await opened();
    const { card, show } = await office.as('office').click('delegate.assign', draft({ name: 'Nguyễn Văn An' }));
    assert.equal(show.page, 'delegation.pick');
    assertGoodCard(card);
    const rows = actionsOf(card).filter(({ verb }) => verb === 'delegate.assign');
    assert.deepEqual(rows.map(({ data }) => data.person).sort(), [person('an'), person('an2')]);
    const confirm = await office
      .as('office')
      .click('delegate.assign', rows.find(({ data }) => data.person === person('an2'))?.data);
    assert.equal(confirm.show.params.person, person('an2'));
    const back = actionsOf(confirm.card).find(({ verb }) => verb === 'delegate.new');
    const form = await office.as('office').click('delegate.new', back?.data);
    assert.match(JSON.stringify(form.card), /"value":"Nguyễn Văn An"/);
  });

  it('a double click records once, and ends once', async () => {
    const office = await opened();
    await assign(office);
    const again = await office
      .as('office')
      .click('delegate.assign', draft({ person: person('adviceDeputy'), confirm: 'yes' }));
    assert.match(again.text, /Đã ghi phân công/);
    assert.equal((await office.owed('delegation.assigned')).length, 3);
    for (let i = 0; i < 2; i++)
      await office.as('office').click('delegate.end', { assignment: 'form777777', confirm: 'yes' });
    assert.equal((await office.owed('delegation.ended')).length, 2);
    const ended = (await office.dump('audit')).filter(
      ({ data }) => (data as { command: string }).command === 'delegate.end',
    );
    assert.equal(ended.length, 1);
    const word = (await office.owed('delegation.assigned'))[0];
    assert.equal(await office.as('adviceDeputy').page('delegation.word', word?.data.show.params), null);
  });

  describe('refuses, and writes nothing', () => {
    const refused: [what: string, more: object, code: string, people?: Record<string, Partial<Person>>][] = [
      ['a post that there is not', { post: 'director||person:director' }, 'ASSIGN_POST'],
      ['no post', { post: '' }, 'ASSIGN_POST'],
      ['a post that changed hands meanwhile', { post: vacant }, 'ASSIGN_POST'],
      ['no name', { name: ' ' }, 'ASSIGN_NAME'],
      ['a name that nobody has', { name: 'Không Có Ai' }, 'ASSIGN_NOBODY'],
      [
        'somebody who has left',
        { person: person('an') },
        'ASSIGN_LEFT',
        { an: { status: 'left', statusFrom: '2026-11-01' } },
      ],
      [
        'somebody who will have left',
        { person: person('an'), from: '2026-12-10' },
        'ASSIGN_LEFT',
        { an: { endDate: '2026-12-05' } },
      ],
      [
        'somebody on leave',
        { person: person('an') },
        'ASSIGN_ON_LEAVE',
        { an: { status: 'onLeave', statusFrom: '2026-11-01' } },
      ],
      ['the holder', { name: 'Đỗ Ăn' }, 'ASSIGN_HAS'],
      ['whoever records it', { name: 'Lê Thị Thu Hà' }, 'ASSIGN_SELF'],
      ['days the wrong way round', { until: '2026-11-29' }, 'ASSIGN_DATES'],
      ['no date', { from: 'mai' }, 'ASSIGN_DATES'],
      ['a time that is over', { from: '2026-11-01', until: '2026-11-10' }, 'ASSIGN_PAST'],
      ['a year that nobody means', { until: '05/12/0026' }, 'DATE_YEAR'],
      ['a number without a date', { number: '15/QĐ' }, 'ASSIGN_PAPER'],
      ['a date without a number', { issuedOn: '2026-11-30' }, 'ASSIGN_PAPER'],
      ['a paper of tomorrow', { number: '15/QĐ', issuedOn: '2026-12-01' }, 'ASSIGN_PAPER'],
      ['a number too long', { number: 'x'.repeat(101), issuedOn: '2026-11-30' }, 'ASSIGN_NUMBER'],
    ];
    for (const [what, more, code, people] of refused)
      it(what, async () => {
        const office = await opened(people);
        const typed = draft({ ...more, confirm: 'yes' });
        await assert.rejects(office.as('office').click('delegate.assign', typed), (error: Record<string, unknown>) => {
          assert.equal(error.code, code);
          return true;
        });
        assert.deepEqual(await office.dump('delegations'), []);
        assert.deepEqual(await office.owed(), []);
      });
    it('another for the same days, and says who has it', async () => {
      const office = await opened();
      await assign(office, { until: '2026-12-05' });
      await assert.rejects(
        office
          .as('office')
          .click('delegate.assign', draft({ formId: 'form888888', name: 'an2@example.vn', from: '2026-12-05' })),
        { code: 'ASSIGN_OVERLAP' },
      );
      await office
        .as('office')
        .click('delegate.assign', draft({ formId: 'form888888', name: 'an2@example.vn', from: '2026-12-06' }));
    });
    it('forged cards, and everybody else', async () => {
      const office = await opened();
      for (const who of ['an', 'adviceHead', 'vice', 'thao']) {
        for (const [verb, data] of [
          ['delegate.assign', draft({ person: person(who), confirm: 'yes' })],
          ['delegate.new', {}],
          ['delegate.show', {}],
          ['delegate.end', { assignment: 'form777777', confirm: 'yes' }],
        ] as const)
          await assert.rejects(office.as(who).click(verb, data), { code: 'ASSIGN_ROLE' }, `${who} ${verb}`);
        await assert.rejects(office.as(who).say('phân công'), { code: 'ASSIGN_ROLE' });
      }
      await assert.rejects(office.as('office').click('delegate.assign', draft({ person: dept('advice') })), {
        code: 'BAD_CARD',
      });
      await assert.rejects(office.as('office').click('delegate.assign', draft({ person: 'person:nobody' })), {
        code: 'NOTHING_TO_SHOW',
      });
      await assert.rejects(office.as('office').click('delegate.assign', { ...draft(), recorded: 'x' }), {
        code: 'BAD_CARD',
      });
      assert.deepEqual(await office.dump('delegations'), []);
    });
    it('the word to whom it does not concern', async () => {
      const office = await opened();
      await assign(office);
      const word = (await office.owed('delegation.assigned'))[0];
      for (const who of ['an', 'insuranceHead'])
        assert.equal(await office.as(who).page('delegation.word', word?.data.show.params), null);
    });
  });
});
