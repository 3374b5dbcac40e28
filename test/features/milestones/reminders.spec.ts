import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { milestonesSpreads } from '../../../src/features/milestones/milestones.spreads.ts';
import { createSpreadStep } from '../../../src/pipeline/spread.ts';
import { decode, load, replace } from '../../../src/ports/documents.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { roundId } from '../../../src/records/round.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { round, seedDossier } from '../../support/seed-round.ts';
import { openRound } from '../reminders/a-round.ts';
import { type Dates, openMilestones, recordMeeting } from './a-round.ts';

const kind = 'remind.milestones';
const away = { status: 'onLeave', statusFrom: '2026-11-01', statusTo: null } as const;
const gone = { status: 'left', statusFrom: '2026-11-01' } as const;

async function opened(dates: Dates, setup: { now?: string; people?: Record<string, Partial<Person>> } = {}) {
  const office = await openOffice({ now: setup.now ?? '2026-12-01T07:00:00', people: setup.people ?? {} });
  await openMilestones(office, dates);
  return office;
}

const told = async (office: Office): Promise<string[]> => (await office.owed(kind)).map(({ to }) => to).sort();
/** Everyone whose one message of the morning speaks of it, whatever else falls due. */
const hear = async (office: Office, of: RegExp): Promise<string[]> => {
  const heard: string[] = [];
  for (const { to, data } of await office.owed()) {
    const shown = data.kind.startsWith('remind.') && (await office.as(to).page(data.show.page, data.show.params));
    if (shown && of.test(textOf(shown.card))) heard.push(to);
  }
  return heard.sort();
};
const read = async (office: Office, who: string): Promise<string> => {
  const [word] = (await office.owed())
    .filter(({ to, data }) => to === who && data.kind.startsWith('remind.'))
    .slice(-1);
  assert.ok(word, `${who} is owed nothing`);
  const shown = await office.as(who).page(word.data.show.page, word.data.show.params);
  assert.ok(shown);
  assertGoodCard(shown.card);
  return textOf(shown.card);
};
const stored = async (office: Office) => {
  const found = await office.store.get(scope.unit, roundId(round));
  assert.ok(found);
  return found;
};

/** From day to day, looking twice each time. @returns `dd/MM HH:mm recipient` */
async function live(office: Office, from: string, to: string, onNoon: (day: string) => Promise<void> = async () => {}) {
  const log: string[] = [];
  const known = new Set<string>();
  for (let day = DateTime.fromISO(from); day <= DateTime.fromISO(to); day = day.plus({ days: 1 })) {
    for (const time of ['00:30', '07:45', '08:30', '12:00', '12:01', '20:00']) {
      office.set(`${day.toISODate()}T${time}:00`);
      if (time === '12:00') await onNoon(day.toISODate() ?? '');
      await office.runDue();
      await office.runDue();
      for (const { id, to: recipient } of await office.owed(kind)) {
        if (known.has(id)) continue;
        known.add(id);
        log.push(`${office.now.toFormat('dd/MM HH:mm')} ${recipient}`);
      }
    }
  }
  return log;
}

describe('reminders of milestones', () => {
  it('go on after the deadline: three working days before, on the day, once when overdue, then to the leaders, then never', async () => {
    const office = await opened({ council: '2026-12-10' });
    const log = await live(office, '2026-12-01', '2026-12-20');
    assert.deepEqual(log, [
      '07/12 08:30 secretary',
      '10/12 08:30 director',
      '10/12 08:30 secretary',
      '11/12 08:30 secretary',
      '14/12 08:30 director',
      '14/12 08:30 officeHead',
    ]);
  });

  it('stop once it is done', async () => {
    const office = await opened({ council: '2026-12-10' });
    const log = await live(office, '2026-12-07', '2026-12-20', async (day) => {
      if (day !== '2026-12-10') return;
      await office.as('secretary').click('milestones.tick', { round, milestone: 'council', rev: 0, done: 'yes' });
    });
    assert.deepEqual(log, ['07/12 08:30 secretary', '10/12 08:30 director', '10/12 08:30 secretary']);
  });

  it('are one message to a person, whatever falls on one day, as a list', async () => {
    const office = await opened({
      toSo: '2026-12-10',
      payment: '2026-12-10',
      ceremony: '2026-12-12',
      council: '2026-12-10',
    });
    office.set('2026-12-10T08:30:00');
    await office.runDue();
    assert.deepEqual(await told(office), ['director', 'office', 'officeHead', 'secretary']);
    const text = await read(office, 'secretary');
    const names = ['Họp Hội đồng', 'Trình cấp trên khen thưởng', 'Trao Giấy khen', 'Chi tiền thưởng'];
    const at = names.map((name) => text.indexOf(name));
    assert.ok(
      at.every((index) => index >= 0),
      text,
    );
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
    );
    assert.doesNotMatch(await read(office, 'office'), /Họp Hội đồng/);
  });

  it('merge into one message after ten days of standing still; who is reminded and told of it reads it once', async () => {
    const office = await opened({ toSo: '2026-12-08', payment: '2026-12-09', council: '2026-12-10' });
    const log = await live(office, '2026-12-17', '2026-12-31');
    assert.deepEqual(log.sort(), [
      '17/12 07:45 director',
      '17/12 07:45 office',
      '17/12 07:45 officeHead',
      '17/12 07:45 secretary',
    ]);
    office.set('2026-12-17T09:00:00');
    const text = await read(office, 'officeHead');
    assert.equal(text.match(/^Chi tiền thưởng$/gm)?.length, 1);
    assert.match(text, /Quá hạn 9 ngày/);
    assert.match(await read(office, 'director'), /Thư ký Hội đồng: Phạm Thị Mỹ Lệ/);
    assert.equal(
      (await office.dump('spread')).filter((doc) => (doc.data as { kind: string }).kind === 'morning.milestones')
        .length,
      1,
    );
  });

  for (const [to, expected] of [
    ['2026-12-07', ['08/12 08:30 secretary', '09/12 08:30 director', '09/12 08:30 officeHead']],
    ['2026-12-04', ['08/12 08:30 secretary', '09/12 08:30 director', '09/12 08:30 officeHead']],
    ['2026-12-31', ['28/12 08:30 secretary', '31/12 08:30 director', '31/12 08:30 secretary']],
  ] as const) {
    it(`remind nobody again the day the date is changed at noon to ${to}`, async () => {
      const office = await opened({ council: '2026-12-10' });
      const log = await live(office, '2026-12-07', '2026-12-31', async (day) => {
        if (day !== '2026-12-07') return;
        await office.as('office').click('milestones.date', { round, milestone: 'council', rev: 0, on: to });
      });
      assert.deepEqual(log, ['07/12 08:30 secretary', ...expected]);
    });
  }

  it('change nothing when the look is repeated, nor when two look at once', async () => {
    const office = await opened({ council: '2026-12-10' });
    office.set('2026-12-10T08:30:00');
    const before = await stored(office);
    const both = await Promise.allSettled([office.lane('calendar', before), office.lane('calendar', before)]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    await office.runDue();
    const owed = await office.owed();
    const waves = await office.dump('wave');
    await office.lane('calendar', await stored(office));
    await office.runDue();
    assert.deepEqual(await office.owed(), owed);
    assert.deepEqual(await office.dump('wave'), waves);
    const [word] = await office.owed(kind);
    assert.deepEqual([word?.data.coalesce, word?.data.onUnknown, word?.data.expiresAt], ['', 'leave', null]);
    assert.ok(waves.some(({ id }) => id === `wave:${round}:reminder-council:2026-12-10`));
  });

  it('are not sent any more when it was done, cleared or is another day by then', async () => {
    const office = await opened({ council: '2026-12-10' });
    office.set('2026-12-10T08:30:00');
    await office.runDue();
    const [word] = await office.owed(kind);
    assert.ok(word);
    const { page, params } = word.data.show;
    const shown = () => office.as('secretary').page(page, params);
    assert.ok(await shown());
    assert.equal(await office.as('an').page(page, params), null);
    assert.equal(await office.channelPage('office', page, params), null);
    office.set('2026-12-11T07:00:00');
    assert.equal(await shown(), null);
    office.set('2026-12-10T09:00:00');
    await office.as('office').click('milestones.tick', { round, milestone: 'council', rev: 0, done: 'yes' });
    assert.equal(await shown(), null);
    // A card posted already shows that it is done.
    const me = await office.store.get(scope.unit, person('secretary'));
    assert.ok(me);
    const viewer = {
      unit: scope.unit,
      owner: person('secretary'),
      person: decode(personRecord, me),
      locale: 'vi',
      at: office.now,
    } as const;
    const redrawn = await office.pages.compose({ page, params }, { viewer, redraw: true });
    assert.equal(redrawn?.subject, 'milestones');
    assert.match(textOf(redrawn.card), /Họp Hội đồng[\s\S]*Đã xong/);
  });
});

describe('who is reminded of a milestone', () => {
  async function on(dates: Dates, people: Record<string, Partial<Person>> = {}, now = '2026-12-10T08:30:00') {
    const office = await opened(dates, { people });
    office.set(now);
    return office;
  }
  const cases: [name: string, people: Record<string, Partial<Person>>, expected: string[]][] = [
    ['the secretary', {}, ['director', 'secretary']],
    ['the office, when the secretary is on leave', { secretary: away }, ['director', 'office', 'officeHead']],
    ['the office, when the secretary has left', { secretary: gone }, ['director', 'office', 'officeHead']],
    [
      'the office, when nobody holds the role',
      { secretary: { roles: ['office'] } },
      ['director', 'office', 'officeHead', 'secretary'],
    ],
    ['the director, when the office is empty too', { secretary: away, office: gone, officeHead: away }, ['director']],
    [
      'the deputy, when the director is away as well',
      { secretary: away, office: gone, officeHead: away, director: away },
      ['vice'],
    ],
  ];
  for (const [name, people, expected] of cases) {
    it(`for the council: ${name}`, async () => {
      const office = await on({ council: '2026-12-10' }, people);
      await office.runDue();
      assert.deepEqual(await told(office), expected);
      if (!people.secretary) return;
      assert.match(
        await read(office, expected.at(-1) ?? ''),
        /Thư ký Hội đồng: chưa có người phụ trách hoặc đang nghỉ/,
      );
    });
  }

  it('nobody at all is no fault: the calendar goes on', async () => {
    const people = { secretary: away, office: gone, officeHead: away, director: away, vice: gone };
    const office = await on({ council: '2026-12-10' }, people);
    await office.runDue();
    assert.deepEqual(await told(office), []);
    assert.ok((await office.dump('wave')).some(({ id }) => id.includes('reminder-council')));
  });

  it('heads whose department has not recorded its meeting; the deputy of one on leave; the office of one that nobody leads', async () => {
    const office = await on(
      { departmentMeeting: '2026-11-20' },
      { adviceHead: away, insuranceHead: gone },
      '2026-11-20T08:30:00',
    );
    await recordMeeting(office, 'office');
    const at = await stored(office);
    await office.lane('calendar', at);
    await office.runDue();
    assert.deepEqual(await hear(office, /Họp bình xét tại phòng/), [
      'adviceDeputy',
      'office',
      'officeHead',
      'secretary',
    ]);
    assert.match(await read(office, 'adviceDeputy'), /Phòng chưa thực hiện xong mốc này/);
    assert.match(await read(office, 'office'), /Phòng Bảo hiểm thất nghiệp \(chưa có người phụ trách\)/);
  });

  it('no head whose department is done, and nobody once all are', async () => {
    const office = await on({ departmentMeeting: '2026-11-20' }, {}, '2026-11-20T08:30:00');
    for (const department of ['office', 'advice'] as const) await recordMeeting(office, department);
    await office.lane('calendar', await stored(office));
    await office.runDue();
    assert.deepEqual(await hear(office, /Họp bình xét tại phòng/), ['insuranceHead']);
    await recordMeeting(office, 'insurance');
    office.set('2026-11-25T09:00:00');
    await office.lane('calendar', await stored(office));
    await office.runDue();
    assert.deepEqual(await hear(office, /Họp bình xét tại phòng/), []);
  });

  it('of what heads are to supplement, those with a dossier that was sent back', async () => {
    const office = await openOffice({
      now: '2026-12-10T08:30:00',
      plan: (plan) => ({
        ...plan,
        calendar: {
          ...plan.calendar,
          milestones: [{ id: 'supplement', on: null, yearAfter: false, owner: 'head' }],
        },
      }),
    });
    await openMilestones(office, { supplement: '2026-12-10' });
    await seedDossier(office, 'an', { state: 'returned' });
    await office.runDue();
    assert.deepEqual(await told(office), ['adviceHead']);
    assert.match(await read(office, 'adviceHead'), /Bổ sung, hoàn thiện hồ sơ/);
  });
});

describe('milestones of two rounds on one day', () => {
  const day = '2030-12-10';
  async function both(): Promise<Office> {
    const office = await openOffice({ now: `${day}T08:30:00` });
    for (const [key, kind] of [
      ['annual-2030', 'annual'],
      ['final-2030', 'final'],
    ] as const) {
      const council = { id: 'council', owner: 'councilSecretary', on: day, done: null, changed: null, rev: 0 } as const;
      await openRound(office, {
        round: key,
        kind,
        year: 2030,
        opened: { by: person('office'), at: '2030-10-01T02:00:00.000Z' },
        deadline: '2030-11-30T16:59:59.999Z',
        milestones: [council],
      });
    }
    return office;
  }

  it('are one message, which names the rounds', async () => {
    const office = await both();
    await office.runDue();
    assert.deepEqual(await told(office), ['director', 'secretary']);
    const text = await read(office, 'secretary');
    assert.match(text, /Đợt tổng kết giai đoạn 2026 - 2030\. Mốc này do chị phụ trách/);
    assert.equal(text.match(/^Họp Hội đồng$/gm)?.length, 2);
    const [word] = await office.owed(kind);
    assert.equal(word?.data.dueAt, '2030-12-10T01:31:30.000Z');
  });

  it('are a second message, when the first was on its way before the other round was looked at', async () => {
    const office = await both();
    const first = await office.store.get(scope.unit, roundId('annual-2030'));
    assert.ok(first);
    await office.lane('calendar', first);
    const step = createSpreadStep(office.machine, office.officeOf, milestonesSpreads);
    for (const spread of await office.store.due({ lane: 'spread', until: '2031-01-01T00:00:00.000Z', limit: 5 })) {
      await step(spread);
    }
    for (const { id } of await office.owed(kind)) {
      const pending = await load(office.store, scope.unit, deliveryRecord, id);
      assert.ok(pending);
      const sent = { ...pending.data, state: 'sent' as const, sentAt: '2030-12-10T01:30:20.000Z' };
      await office.store.commit(scope.unit, [replace(deliveryRecord, pending, sent)]);
    }
    office.set(`${day}T08:31:00`);
    await office.runDue();
    assert.deepEqual(await told(office), ['director', 'director', 'secretary', 'secretary']);
  });
});
