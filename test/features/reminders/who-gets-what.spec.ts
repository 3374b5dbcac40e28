import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import type { Person } from '../../../src/records/person.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { bindOfficeChannel, change, done, finish, given, live, openRound, round } from './a-round.ts';

/** The staff waves of November 2026. */
const waves = ['16/11', '23/11', '27/11', '30/11'] as const;

/** What becomes of one person of the advice department between them. */
interface Life {
  readonly who: string;
  readonly person?: Partial<Person>;
  /** On the evening of a day. */
  readonly on?: Readonly<Record<string, (office: Office, key: string) => Promise<void>>>;
  readonly reminded: readonly string[];
}

const lives: readonly Life[] = [
  { who: 'someone who does nothing', reminded: waves },
  {
    who: 'someone who finishes after the first',
    on: { '2026-11-18': (office, key) => given(office, person(key), done) },
    reminded: ['16/11'],
  },
  {
    who: 'someone whose dossier comes back',
    on: {
      '2026-11-18': (office, key) => given(office, person(key), done),
      '2026-11-25': (office, key) => given(office, person(key), { ...done, state: 'returned' }),
    },
    reminded: ['16/11', '27/11', '30/11'],
  },
  {
    who: 'someone who says “không đề nghị xét”',
    on: { '2026-11-23': (office, key) => given(office, person(key), { wish: 'declines' }) },
    reminded: ['16/11', '23/11'],
  },
  {
    who: 'someone who chose “dừng nhắc”, and thought better of it',
    on: {
      '2026-11-17': async (office, key) => void (await office.as(key).click('remind.stop', { round })),
      '2026-11-28': async (office, key) => void (await office.as(key).click('remind.resume', { round })),
    },
    reminded: ['16/11', '30/11'],
  },
  {
    who: 'someone who stopped the reminders of another round',
    person: { quietRounds: ['annual-2025'] },
    reminded: waves,
  },
  {
    who: 'someone on leave to a day, back the day after',
    person: { status: 'onLeave', statusFrom: '2026-11-10', statusTo: '2026-11-26' },
    reminded: ['27/11', '30/11'],
  },
  {
    who: 'someone whose leave begins on the day of a wave',
    person: { status: 'onLeave', statusFrom: '2026-11-27', statusTo: null },
    reminded: ['16/11', '23/11'],
  },
  { who: 'someone whose last day is that of a wave', person: { endDate: '2026-11-23' }, reminded: ['16/11', '23/11'] },
  {
    who: 'someone who left the day before',
    person: { status: 'left', statusFrom: '2026-11-23' },
    reminded: ['16/11'],
  },
  {
    who: 'someone who moves to another department',
    on: { '2026-11-20': (office, key) => change(office, key, { departmentId: dept('insurance') }) },
    reminded: waves,
  },
];

/** All of the advice department but an has finished, and nobody else is asked for anything. */
async function november(): Promise<Office> {
  const office = await openOffice({ now: '2026-11-15T09:00:00' });
  await openRound(office);
  await bindOfficeChannel(office);
  const others = (await office.dump('person'))
    .map((doc) => doc.id.slice('person:'.length))
    .filter((key) => key !== 'an');
  await finish(office, ...others);
  return office;
}

describe('who gets what', () => {
  let log: string[];
  before(async () => {
    const office = await november();
    const stored = await office.store.get(scope.unit, person('an'));
    assert.ok(stored);
    const model = stored.doc.data as Person;
    for (const [i, life] of lives.entries()) {
      const someone = { ...model, ...life.person };
      await office.store.commit(scope.unit, [create(personRecord, scope, person(`life${i}`), someone)]);
    }
    log = await live(office, '2026-11-16', '2026-12-01', async (day) => {
      for (const [i, life] of lives.entries()) await life.on?.[day]?.(office, `life${i}`);
    });
  });
  for (const [i, life] of lives.entries()) {
    it(`${life.who}: ${life.reminded.join(', ')}`, () => {
      assert.deepEqual(
        log.filter((line) => line.endsWith(`staff → life${i}`)),
        life.reminded.map((day) => `${day} 08:30 staff → life${i}`),
      );
    });
  }

  it('nobody who has finished', () => {
    assert.ok(log.every((line) => !/staff → (?!an$|life)/.test(line)));
  });

  it('someone who joins in the middle: everything from then on', async () => {
    const office = await november();
    const stored = await office.store.get(scope.unit, person('an'));
    assert.ok(stored);
    const newcomer = { ...(stored.doc.data as Person), fullName: 'Bùi Thị Mai', startDate: '2026-11-24' };
    const lived = await live(office, '2026-11-23', '2026-11-30', async (day) => {
      if (day === '2026-11-24') {
        await office.store.commit(scope.unit, [create(personRecord, scope, person('mai'), newcomer)]);
      }
    });
    assert.deepEqual(
      lived.filter((line) => line.endsWith('staff → mai')),
      ['27/11 08:30 staff → mai', '30/11 08:30 staff → mai'],
    );
  });

  it('the head’s list follows whoever moved, with what they wrote before', async () => {
    const office = await november();
    for (const key of ['advice', 'insurance', 'office'] as const) await given(office, dept(key), done);
    await given(office, person('an'), { answered: ['CN1'] });
    const heads = (lived: string[]) => lived.filter((line) => line.includes(' head → '));
    const before = await live(office, '2026-11-16', '2026-11-16');
    await change(office, 'an', { departmentId: dept('insurance') });
    assert.deepEqual(heads(before), ['16/11 08:30 head → adviceHead']);
    assert.deepEqual(heads(await live(office, '2026-11-23', '2026-11-23')), ['23/11 08:30 head → insuranceHead']);
    const [list] = (await office.owed('remind.head')).filter((d) => d.to === 'insuranceHead');
    office.set('2026-11-23T08:31:00');
    const shown = await office.as('insuranceHead').page('reminders.head', list?.data.show.params ?? {});
    assert.match(JSON.stringify(shown?.card), /Nguyễn Văn An.*tự đánh giá được 1\/2 tiêu chuẩn/);
  });

  it('the deputy has the list while the head is away, and the head again afterwards', async () => {
    const office = await november();
    await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2026-11-20', statusTo: '2026-11-26' });
    const lived = await live(office, '2026-11-16', '2026-11-30');
    assert.deepEqual(
      lived.filter((line) => /head → advice/.test(line)),
      [
        '16/11 08:30 head → adviceHead',
        '23/11 08:30 head → adviceDeputy',
        '27/11 08:30 head → adviceHead',
        '30/11 08:30 head → adviceHead',
      ],
    );
  });

  it('the deputy’s list names what waits for the absent head, and leads to it', async () => {
    const office = await november();
    const snapshot = {
      name: 'Nguyễn Văn An',
      title: '',
      gender: '',
      departmentName: '',
      reviewerId: person('adviceHead'),
    };
    const submitted = { by: person('an'), at: '2026-11-12T02:00:00.000Z' };
    await given(office, person('an'), { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2026-11-20' });
    office.set('2026-11-23T08:30:00');
    const shown = await office.as('adviceDeputy').page('reminders.head', { day: '2026-11-23' });
    assert.match(JSON.stringify(shown?.card), /Chờ Trưởng phòng xác nhận: 1 hồ sơ.*chờ từ 12\/11\/2026/);
    const opening = actionsOf(shown?.card).find(({ verb }) => verb === 'review.next');
    const next = await office.as('adviceDeputy').click('review.next', opening?.data);
    assert.match(next.text, /Cho ý kiến thay\nTrưởng phòng Đỗ Ăn \(đang nghỉ\)/);
    assert.equal(await office.as('adviceHead').page('reminders.head', { day: '2026-11-23' }), null);
  });
});
