import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../../src/domain/errors.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { readPlan } from '../../../src/domain/plan/read-plan.ts';
import { exportedPlan, planText } from '../../../src/domain/settings/exported.ts';
import { planWith, problemsWith } from '../../../src/domain/settings/plan-with.ts';
import type { SettingChange } from '../../../src/domain/settings/setting.ts';
import { settingsOf } from '../../../src/domain/settings/settings.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const day = fc.constantFrom('2023-01-01', '2025-07-01', '2026-11-02', '2026-12-01', '2027-01-01', '2030-12-31');
const words = fc.constantFrom(
  'Sở: "Nội vụ"',
  "Tên 'khác' # 1",
  '- Phòng',
  'yes',
  '2026-01-01',
  'null',
  'A\u00a0B',
  'Đợt {year}',
);

/** What is typed for a field of whatever kind; what it does not take is not typed. */
const typed = (of: string): fc.Arbitrary<string> =>
  of === 'long'
    ? fc.constantFrom('', '01/01/2028 Tết Dương lịch\n02/09/2028 Quốc khánh: "nghỉ"')
    : fc.oneof(words, fc.constantFrom('2/3', '0,3', '5', '20%', '', '07:30', '17:30', '30/11', '70', '2.530.000'));
const change: fc.Arbitrary<SettingChange | undefined> = fc.constantFrom(...settingsOf(plan)).chain((setting) =>
  fc
    .record({
      parts: fc.record(
        Object.fromEntries(
          Object.entries(setting.fields).map(([name, { kind, choices }]) => [
            name,
            kind === 'choice' ? fc.constantFrom(...choices) : typed(kind),
          ]),
        ),
      ),
      from: day,
      source: words,
      n: fc.nat(),
    })
    .map(({ parts, from, source, n }) => {
      try {
        const value = setting.value(parts);
        return { id: `setting:${n}`, setting: setting.id, value, from: setting.fixedFrom ?? from, source };
      } catch (error) {
        if (error instanceof CodedError) return undefined;
        throw error;
      }
    }),
);

/** In one order of holidays, and without how it is written in a file. */
const asRead = ({ changes: _, ...of }: Plan) => ({
  ...of,
  calendar: { ...of.calendar, holidays: of.calendar.holidays.toSorted((a, b) => (a.on < b.on ? -1 : 1)) },
});
const again = (of: Plan): Plan => readPlan(planText(of, 'Kế hoạch\nhai dòng'));

describe('the plan’s file that is exported', function () {
  // A plan is written and read a hundred times over.
  this.timeout(60_000);
  it('without a value set in chat is the same plan', () => assert.deepEqual(again(exportedPlan(plan, [])), plan));
  it('is read again as the same plan on every day, whatever was set', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (made) => {
        const changes = made.filter((each) => each !== undefined);
        fc.pre(problemsWith(plan, changes).length === 0);
        const read = again(exportedPlan(plan, changes));
        for (const on of ['2023-01-01', ...changes.map(({ from }) => from), '2026-11-03', '2031-01-01'])
          assert.deepEqual(asRead(planWith(read, [], on)), asRead(planWith(plan, changes, on)), on);
      }),
      { numRuns: 60 },
    ));
  it('exported again, with more set upon it, it is still the same', () => {
    const first: SettingChange = { id: 'a', setting: 'place', value: 'Nha Trang', from: '2027-01-01', source: 'x' };
    const then: SettingChange = { id: 'b', setting: 'place', value: 'Cam Ranh', from: '2028-01-01', source: 'y' };
    const read = again(exportedPlan(again(exportedPlan(plan, [first])), [then]));
    const placeOn = (on: string): string => planWith(read, [], on).unit.place;
    assert.deepEqual(['2026-12-31', '2027-01-01', '2028-01-01'].map(placeOn), ['Khánh Hòa', 'Nha Trang', 'Cam Ranh']);
  });
  it('a value by the day that cannot be is refused where it stands', () => {
    for (const [wrong, said] of [
      [
        { setting: 'nothing', from: '2027-01-01', value: 'x', source: '' },
        /changes\[0\]\.setting: there is no such setting/,
      ],
      [{ setting: 'passPercent', from: '2027-01-01', value: 40, source: '' }, /changes\[0\]\.value/],
      [{ setting: 'lastDay', from: '2027-01-01', value: '02-29', source: '' }, /calendar\.lastDay: .*does not exist/],
    ] as const)
      assert.throws(
        () => again({ ...plan, changes: [wrong] }),
        (error: unknown) => error instanceof CodedError && said.test(String(error.facts.problems)),
      );
  });
});
