import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namesApart } from '../../../src/model/people/names-apart.ts';
import { create } from '../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { launch } from '../../features/campaign/launching.ts';
import { afterCouncil, recommended } from '../../support/after-council.ts';
import { dossier } from '../../support/before-council.ts';
import { dept, openOffice, person, scope, textOf } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

const name = 'Nguyễn Văn An';
/** How they are told apart in a list of these two. */
const apart = async (people: Readonly<Record<string, Partial<Person>>>) => {
  const office = await openOffice({ people });
  const shown = ['an', 'an2'].map((key) => ({ id: person(key), name }));
  return namesApart(office.turn(), shown);
};

describe('people of one name', () => {
  for (const [what, people, expected] of [
    [
      'the department',
      { an2: { departmentId: dept('insurance'), title: 'Kế toán' } },
      ['Phòng Tư vấn – Giới thiệu việc làm', 'Phòng Bảo hiểm thất nghiệp'],
    ],
    ['the title', { an2: { title: 'Kế toán viên' } }, ['Chuyên viên', 'Kế toán viên']],
    ['the mailbox', {}, ['an', 'an2']],
    ['the first day of work', { an: { email: '' }, an2: { startDate: '2020-03-02' } }, ['01/01/2015', '02/03/2020']],
    ['a number, when nothing else does', { an: { email: '' }, an2: { email: '' } }, ['1', '2']],
  ] as const) {
    it(`are told apart by ${what}`, async () => {
      assert.deepEqual(
        await apart(people),
        expected.map((words) => `${name} (${words})`),
      );
    });
  }

  it('one alone, one shown twice, and departments keep their names', async () => {
    const office = await openOffice();
    const shown = [
      { id: person('an'), name },
      { id: person('an'), name },
      { id: person('on'), name: 'Lý Ơn' },
      { id: dept('advice'), name: 'Phòng Tư vấn' },
    ];
    assert.deepEqual(
      await namesApart(office.turn(), shown),
      shown.map((each) => each.name),
    );
  });

  it('no two of them ever look alike, whoever they are and in whatever order', async () => {
    const words = fc.constantFrom('', 'a', 'A', 'b');
    const someone = fc.record({
      fullName: fc.constantFrom('Lê An', 'Lê Ân', 'Võ An'),
      title: words,
      email: words,
      departmentId: fc.constantFrom(dept('advice'), dept('insurance'), dept('lead')),
      startDate: fc.constantFrom(null, '2015-01-01', '2016-01-01'),
    });
    const office = await openOffice();
    const like = await office.turn().get(personRecord, person('an'));
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 2, maxLength: 8 }), async (all) => {
        const shown = all.map((each) => ({ id: `person:x${String(++made).padStart(6, '0')}`, name: each.fullName }));
        await office.store.commit(
          scope.unit,
          all.map((each, i) => create(personRecord, scope, shown[i]?.id ?? '', { ...(like?.data as Person), ...each })),
        );
        const names = await namesApart(office.turn(), shown);
        assert.equal(new Set(names).size, names.length);
        const reversed = await namesApart(office.turn(), shown.toReversed());
        assert.deepEqual(reversed.toReversed(), names);
      }),
      { numRuns: 60 },
    );
  });
});

describe('wherever both are shown', () => {
  const lines = (card: unknown): string[] => textOf(card).split('\n');
  const told = (card: unknown): void => {
    const shown = lines(card);
    assert.equal(shown.filter((line) => line === name).length, 0, shown.join('\n'));
    assert.ok(
      shown.some((line) => line.includes(`${name} (an)`)),
      shown.join('\n'),
    );
    assert.ok(
      shown.some((line) => line.includes(`${name} (an2)`)),
      shown.join('\n'),
    );
  };

  it('the queues of heads and of the office, progress, proposals, the missing list', async () => {
    const office = await openOffice();
    await seedRound(office);
    for (const key of ['an', 'an2']) await seedDossier(office, key, { state: 'submitted' });
    told((await office.as('adviceHead').say('xác nhận')).card);
    told((await office.as('office').click('progress.show', { round, department: dept('advice') })).card);
    told((await office.as('adviceHead').click('collective.members', { round })).card);
    const other = await openOffice();
    await seedRound(other);
    told((await other.as('adviceHead').click('review.people', { round })).card);
    const done = await openOffice();
    await seedRound(done);
    for (const key of ['an', 'an2']) await seedDossier(done, key, { state: 'opined' });
    told((await done.as('office').say('tiếp nhận')).card);
    told((await done.as('office').click('intake.find', { round, name: 'nguyễn văn an' })).card);
  });

  it('the council and the director', async () => {
    const office = await afterCouncil();
    await dossier(office, person('an2'), recommended());
    told((await office.as('director').click('decide.show', { round: 'annual-2026' })).card);
  });

  it('the launch, sendings and calls', async () => {
    const office = await openOffice({ people: { an2: { organisations: ['youthUnion'] } } });
    await launch(office);
    await office.runDue();
    told(
      (await office.as('office').click('announce.people', { list: 'unread', department: dept('advice'), page: '0' }))
        .card,
    );
    told((await office.as('office').click('announce.people', { list: 'unreachable', department: '', page: '0' })).card);
    const call = {
      formId: 'form123456',
      title: 'Ngày hội',
      text: 'x',
      place: 'y',
      date: '14/11/2026',
      time: '7h30',
      answerBy: '12/11/2026',
      confirm: 'yes',
    };
    await office.as('thao').click('call.post', call);
    told((await office.as('thao').click('call.people', { call: 'call:form123456', answer: 'silent', page: '1' })).card);
  });
});
