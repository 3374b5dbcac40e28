import assert from 'node:assert/strict';
import type { Person } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

/** A Wednesday; three working days later is Monday 9 November, 17:00. */
const sentAt = '2026-11-04T10:00:00';
const dayBefore = '2026-11-06T08:30:00';
const away = { status: 'onLeave', statusFrom: '2026-11-05', statusTo: null } as const;

async function opened(people: Record<string, Partial<Person>> = {}, now = sentAt): Promise<Office> {
  const office = await openOffice({ now, people });
  await seedRound(office);
  return office;
}
async function send(office: Office, ...who: string[]): Promise<void> {
  for (const key of who) {
    await seedDossier(office, key, { state: 'draft' });
    const { card } = await office.as(key).click('nomination.submit', { round, candidate: person(key) });
    const confirm = actionsOf(card).find(({ verb }) => verb === 'nomination.submit');
    await office.as(key).click('nomination.submit', confirm?.data);
  }
}
async function reminders(office: Office): Promise<[string, string][]> {
  const told: [string, string][] = [];
  for (const kind of ['review.dueSoon', 'review.away'])
    told.push(...(await office.owed(kind)).map(({ to }): [string, string] => [to, kind]));
  return told.sort();
}
const read = async (office: Office, who: string, kind: string): Promise<string> => {
  const [word] = (await office.owed(kind)).filter(({ to }) => to === who);
  assert.ok(word, `${who} is owed no ${kind}`);
  const shown = await office.as(who).page(word.data.show.page, word.data.show.params);
  assert.ok(shown);
  assertGoodCard(shown.card);
  return `${shown.summary}\n${textOf(shown.card)}`;
};

describe('an opinion that falls due on the next working day', () => {
  it('is reminded of once, at the hour of reminders, and then nothing is left to do', async () => {
    const office = await opened();
    await send(office, 'an');
    office.set('2026-11-06T08:29:59');
    await office.runDue();
    assert.deepEqual(await reminders(office), []);
    office.set(dayBefore);
    await office.runDue();
    await office.runDue();
    assert.deepEqual(await reminders(office), [['adviceHead', 'review.dueSoon']]);
    assert.match(
      await read(office, 'adviceHead', 'review.dueSoon'),
      /^1 hồ sơ chờ ý kiến của anh\/chị, chậm nhất đến 17:00 ngày 09\/11/,
    );
    assert.deepEqual(await office.dump('opinionReminder'), []);
  });

  it('many dossiers are one message with all of them, also when one was sent an hour later', async () => {
    const office = await opened();
    await send(office, 'an');
    office.set('2026-11-04T15:00:00');
    await send(office, 'an2', 'hniê');
    office.set(dayBefore);
    await office.runDue();
    assert.deepEqual(await reminders(office), [['adviceHead', 'review.dueSoon']]);
    const text = await read(office, 'adviceHead', 'review.dueSoon');
    assert.match(text, /3 hồ sơ cần cho ý kiến chậm nhất đến 17:00 ngày 09\/11\/2026/);
    assert.match(text, /H'Hen Niê/);
  });

  it('twice is once, and a reminder already carried out is a conflict', async () => {
    const office = await opened();
    await send(office, 'an');
    office.set(dayBefore);
    const [doc] = (await office.dump('opinionReminder')).map(({ id }) => id);
    const stored = await office.store.get(scope.unit, doc ?? '');
    assert.ok(stored);
    await office.lane('opinionReminder', stored);
    await assert.rejects(office.lane('opinionReminder', stored), { code: 'Conflict' });
    assert.equal((await reminders(office)).length, 1);
  });

  it('nobody is reminded of one that has its opinion, was withdrawn, or is overdue already', async () => {
    const office = await opened();
    await send(office, 'an', 'an2', 'hniê');
    const { rev } = (await office.dump('nomination')).find(({ id }) => id.endsWith('person:an')) ?? {};
    const nomination = `nomination:${round}:person:an`;
    await office.as('adviceHead').click('review.agree', { nomination, rev: String(rev), confirm: 'yes' });
    await office.as('an2').click('nomination.withdraw', {
      round,
      candidate: person('an2'),
      rev: String(rev),
      confirm: 'yes',
    });
    office.set('2026-11-16T09:00:00');
    await office.runDue();
    assert.deepEqual(await reminders(office), []);
    assert.deepEqual(await office.dump('opinionReminder'), []);
    assert.deepEqual(
      (await office.owed('review.overdue')).map(({ to }) => to),
      ['adviceHead'],
    );
  });

  it('goes by the working days: over a weekend on the Friday, over the holiday of 24/11 on the day before', async () => {
    for (const [sent, reminded] of [
      ['2026-11-04T10:00:00', '2026-11-06T01:30:00.000Z'],
      // Due on Wednesday the 25th; the day before is the holiday.
      ['2026-11-19T10:00:00', '2026-11-23T01:30:00.000Z'],
    ] as const) {
      const office = await opened({}, sent);
      await send(office, 'an');
      assert.equal((await office.dump('opinionReminder'))[0]?.dueAt, reminded);
    }
  });

  it('is not said when the request itself went out that day or later', async () => {
    const office = await openOffice({
      now: '2026-11-04T10:00:00',
      plan: (plan) => ({ ...plan, settings: { ...plan.settings, headOpinionWorkingDays: 1 } }),
    });
    await seedRound(office);
    await send(office, 'an');
    assert.deepEqual(await office.dump('opinionReminder'), []);
  });

  it('found in the evening, waits for the office to open', async () => {
    const office = await opened();
    await send(office, 'an');
    office.set('2026-11-06T20:00:00');
    await office.runDue();
    office.set('2026-11-09T08:31:30');
    const [word] = await office.owed('review.dueSoon');
    assert.equal(word?.data.dueAt, '2026-11-09T01:31:30.000Z');
  });

  it('starts anew when the dossier is sent back and sent again', async () => {
    const office = await opened();
    await send(office, 'an');
    const nomination = `nomination:${round}:person:an`;
    const { rev } = (await office.dump('nomination'))[0] ?? {};
    await office.as('adviceHead').click('review.return', {
      nomination,
      rev: String(rev),
      reason: 'Bổ sung minh chứng',
      confirm: 'yes',
    });
    office.set('2026-11-05T10:00:00');
    const { card } = await office.as('an').click('nomination.submit', { round, candidate: person('an') });
    await office
      .as('an')
      .click('nomination.submit', actionsOf(card).find(({ verb }) => verb === 'nomination.submit')?.data);
    office.set(dayBefore);
    await office.runDue();
    assert.deepEqual(await reminders(office), []);
    office.set('2026-11-09T08:30:00');
    await office.runDue();
    assert.deepEqual(await reminders(office), [['adviceHead', 'review.dueSoon']]);
  });
});

describe('a reviewer who is away while opinions fall due', () => {
  const noLeaders = { adviceHead: away, adviceDeputy: away };
  for (const [name, people] of [
    ['on leave', { adviceHead: away }],
    ['gone', { adviceHead: { status: 'left', statusFrom: '2026-11-05' } as const }],
  ] as const)
    it(`and is ${name}, has a deputy who acts, and who is reminded`, async () => {
      const office = await opened(people);
      await send(office, 'an', 'an2');
      office.set(dayBefore);
      await office.runDue();
      assert.deepEqual(await reminders(office), [['adviceDeputy', 'review.dueSoon']]);
      const text = await read(office, 'adviceDeputy', 'review.dueSoon');
      assert.match(text, /2 hồ sơ cần cho ý kiến/);
      assert.match(text, /Thay Trưởng phòng Đỗ Ăn/);
    });
  const cases: [name: string, people: Record<string, Partial<Person>>, told: string[]][] = [
    ['the director is told, when the deputy is away too', noLeaders, ['director']],
    [
      'the office is told, when the leaders are away too',
      { adviceHead: away, adviceDeputy: away, director: away, vice: away },
      ['office', 'officeHead', 'secretary'],
    ],
  ];
  for (const [name, people, told] of cases) {
    it(name, async () => {
      const office = await opened(people);
      await send(office, 'an', 'an2');
      office.set(dayBefore);
      await office.runDue();
      assert.deepEqual(
        await reminders(office),
        told.map((to) => [to, 'review.away']),
      );
      const text = await read(office, told[0] ?? '', 'review.away');
      assert.match(text, /Trưởng phòng Đỗ Ăn (đang nghỉ|không còn giữ nhiệm vụ)/);
      assert.match(text, /2 hồ sơ sau đang chờ ý kiến/);
      assert.match(text, /Cho ý kiến chậm nhất đến 17:00 ngày 09\/11\/2026/);
    });
  }

  it('tells nothing to whoever may not see who is late, nor in a channel, nor once the reviewer is back', async () => {
    const office = await opened({ ...noLeaders, adviceHead: { ...away, statusTo: '2026-11-06' } });
    await send(office, 'an');
    office.set(dayBefore);
    await office.runDue();
    const params = { round, reviewer: person('adviceHead') };
    for (const who of ['an', 'insuranceHead']) assert.equal(await office.as(who).page('review.away', params), null);
    assert.equal(await office.channelPage('office', 'review.away', params), null);
    assert.ok(await office.as('director').page('review.away', params));
    office.set('2026-11-07T08:30:00');
    assert.equal(await office.as('director').page('review.away', params), null);
  });

  it('a long list is cut, and says so', async () => {
    const office = await opened(noLeaders);
    await send(office, 'an', 'an2', 'hniê');
    const nominations = await office.dump('nomination');
    for (let i = 0; i < 12; i++) {
      const [one] = nominations;
      assert.ok(one);
      const id = `${one.id}-${i}`;
      await office.store.commit(scope.unit, [{ op: 'create', doc: { ...one, id, rev: 1 } }]);
    }
    office.set(dayBefore);
    await office.runDue();
    assert.match(await read(office, 'director', 'review.away'), /Và 5 hồ sơ khác\./);
  });
});
