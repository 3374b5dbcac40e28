import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { ruledBy } from '../../../src/domain/plan/ruled-by.ts';
import { khanhHoaPlan as rules } from '../../support/khanh-hoa-plan.ts';

const later = { from: '2026-11-15', source: 'văn bản mới' };
const current: Plan = {
  ...rules,
  title: 'Phong trào mới',
  unit: { ...rules.unit, id: 'other', name: 'Trung tâm mới', office: 'Phòng mới' },
  parent: [...rules.parent, { ...later, value: { name: 'Sở mới', shortName: 'Sở mới', headTitle: 'Giám đốc Sở' } }],
  levels: rules.levels.map((level) => ({
    ...level,
    name: 'Cấp khác',
    authority: [...level.authority, { ...later, value: 'Giám đốc mới' }],
  })),
  criteria: { ...rules.criteria, person: [] },
  quotas: [],
  calendar: { ...rules.calendar, lastDay: '11-15', holidays: [] },
  settings: {
    ...rules.settings,
    supplementWorkingDays: 99,
    formLabel: [...rules.settings.formLabel, { ...later, value: 'Mẫu mới' }],
    bonus: {
      ...rules.settings.bonus,
      baseSalary: [...rules.settings.bonus.baseSalary, { ...later, value: 3_000_000 }],
    },
    council: { ...rules.settings.council, passPercent: 90 },
  },
};

describe('the plan of a round', () => {
  const merged = ruledBy(rules, current);
  it('has names, money, law and holidays of the plan in force', () => {
    assert.equal(merged.title, 'Phong trào mới');
    assert.equal(merged.unit.office, 'Phòng mới');
    assert.deepEqual(merged.parent, current.parent);
    assert.deepEqual(merged.legalBasis, current.legalBasis);
    assert.deepEqual(merged.settings.bonus, current.settings.bonus);
    assert.deepEqual(merged.settings.formLabel, current.settings.formLabel);
    assert.deepEqual(merged.calendar.holidays, []);
    assert.equal(merged.levels[0]?.authority.at(-1)?.value, 'Giám đốc mới');
  });
  it('keeps its own rules: criteria, deadline, quotas, votes, level names, and whose it is', () => {
    assert.deepEqual(merged.criteria, rules.criteria);
    assert.deepEqual(merged.quotas, rules.quotas);
    assert.equal(merged.calendar.lastDay, rules.calendar.lastDay);
    assert.deepEqual(merged.settings.council, rules.settings.council);
    assert.equal(merged.settings.supplementWorkingDays, rules.settings.supplementWorkingDays);
    assert.equal(merged.levels[0]?.name, rules.levels[0]?.name);
    assert.equal(merged.unit.id, rules.unit.id);
  });
});
