import assert from 'node:assert/strict';
import { rowInForce } from '../../../src/domain/plan/resolve-dated.ts';
import { planWith, problemsWith } from '../../../src/domain/settings/plan-with.ts';
import { isAsked, type SettingChange, timeline } from '../../../src/domain/settings/setting.ts';
import { settingsOf } from '../../../src/domain/settings/settings.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const change = (setting: string, value: unknown, from = '2026-12-01', id = `${setting} ${from}`): SettingChange => ({
  id,
  setting,
  value,
  from,
  source: 'văn bản mới',
});
const setting = (id: string) => {
  const found = settingsOf(plan).find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

describe('a plan with values set in chat', () => {
  it('is the file’s plan while there are none', () => assert.equal(planWith(plan, [], '2026-11-02'), plan));
  it('has a value that it has once from its day on, and not before', () => {
    const changes = [change('unitName', 'Trung tâm mới'), change('unitName', 'Trung tâm sau', '2027-07-01')];
    const nameOn = (day: string): string => planWith(plan, changes, day).unit.name;
    assert.deepEqual(
      [nameOn('2026-11-30'), nameOn('2026-12-01'), nameOn('2027-06-30'), nameOn('2027-07-01')],
      [plan.unit.name, 'Trung tâm mới', 'Trung tâm mới', 'Trung tâm sau'],
    );
  });
  it('has every row of a value that it has by the day, whatever the day, so that a paper of any day finds its own', () => {
    const changes = [change('baseSalary', 3_000_000, '2027-07-01')];
    const { baseSalary } = planWith(plan, changes, '2026-11-02').settings.bonus;
    assert.equal(rowInForce(baseSalary, '2027-06-30').value, 2_530_000);
    assert.equal(rowInForce(baseSalary, '2027-07-01').value, 3_000_000);
    assert.equal(rowInForce(baseSalary, '2027-07-01').source, 'văn bản mới');
  });
  it('takes the later of two changes from the same day, and the change before a row of the file from that day', () => {
    const twice = [
      change('baseSalary', 2_600_000, '2026-07-01', 'first'),
      change('baseSalary', 2_700_000, '2026-07-01', 'second'),
    ];
    const { baseSalary } = planWith(plan, twice, '2026-11-02').settings.bonus;
    assert.deepEqual(
      baseSalary.filter(({ from }) => from === '2026-07-01').map(({ value }) => value),
      [2_700_000],
    );
    assert.equal(timeline(setting('baseSalary'), plan, twice).at(-1)?.change, 'second');
  });
  it('keeps the days of other years when those of one are set', () => {
    const days = [{ on: '2028-01-01', name: 'Tết Dương lịch' }];
    const { holidays } = planWith(plan, [change('holidays-2028', days, '2028-01-01')], '2026-11-02').calendar;
    assert.deepEqual(holidays, [...plan.calendar.holidays, ...days]);
  });
  it('says of a quota what it rests on', () => {
    const { quotas } = planWith(plan, [change('quota-unit-person', { count: 5 })], '2026-12-01');
    const row = quotas.find(({ level, candidate }) => level === 'unit' && candidate === 'person');
    assert.deepEqual([row?.limit, row?.source], [{ count: 5 }, 'văn bản mới']);
  });
  it('passes over what its shape does not take, and settings that it has not', () => {
    for (const odd of [change('quorum', 'hai phần ba'), change('authority-tinh', 'Chủ tịch'), change('unitName', '')])
      assert.deepEqual(planWith(plan, [odd], '2026-12-01'), plan);
  });
});

describe('the checks of the file', () => {
  it('find nothing wrong with the plan that the project ships', () => assert.deepEqual(problemsWith(plan, []), []));
  for (const [what, wrong, place] of [
    ['a quorum above the whole council', change('quorum', { numerator: 4, denominator: 3 }), 'settings.council.quorum'],
    ['a last day that not every year has', change('lastDay', '02-29'), 'calendar.lastDay'],
    ['an opening after the last day', change('opensOn-annual-2023', '12-15'), 'calendar.rounds.0.opensOn'],
    [
      'hours that end before they begin',
      change('officeHours', { from: '17:00', to: '07:30' }),
      'calendar.officeHours.to',
    ],
  ] as const)
    it(`find ${what}, from whatever day`, () => {
      assert.equal(problemsWith(plan, [wrong])[0]?.path.join('.'), place);
      assert.deepEqual(problemsWith(plan, [{ ...wrong, from: '2030-01-01' }])[0]?.path.join('.'), place);
    });
});

describe('settings', () => {
  it('have ids of their own', () => {
    const ids = settingsOf(plan).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
  for (const each of settingsOf(plan))
    it(`${each.id}: what stands in a form is read as the same value, which the plan's shape takes`, () => {
      for (const { value } of each.inPlan(plan)) {
        assert.deepEqual(each.value(each.typed(value)), value);
        assert.ok(each.schema.safeParse(value).success);
      }
    });
  for (const each of settingsOf(plan))
    it(`${each.id}: the value that it has, set from a day, changes nothing else`, () => {
      const held = each.inPlan(plan).at(-1);
      assert.ok(held);
      const same = {
        ...change(each.id, held.value, each.fixedFrom ?? (held.from || '2026-12-01')),
        source: held.source,
      };
      const changed = planWith(plan, [same], '2030-12-31');
      assert.deepEqual(
        each.fixedFrom === undefined ? changed : sorted(changed),
        each.fixedFrom === undefined ? plan : sorted(plan),
      );
    });
  const sorted = (of: typeof plan) => ({
    ...of,
    calendar: { ...of.calendar, holidays: of.calendar.holidays.toSorted((a, b) => (a.on < b.on ? -1 : 1)) },
  });
  it('of a year that is over are not asked for', () => {
    const ids = settingsOf(plan)
      .filter((each) => isAsked(each, 2026))
      .map(({ id }) => id);
    assert.ok(ids.includes('holidays-2026') && ids.includes('holidays-2027'));
    for (const past of ['holidays-2025', 'holidays-2028', 'opensOn-preliminary-2025']) assert.ok(!ids.includes(past));
  });
  it('read a plan of another unit by its own levels', () => {
    const two = { ...plan, levels: plan.levels.slice(0, 1), quotas: plan.quotas.slice(0, 1) };
    assert.equal(settingsOf(two).filter(({ name }) => name === 'authority' || name === 'quota').length, 2);
  });
});
