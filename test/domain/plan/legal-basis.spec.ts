import assert from 'node:assert/strict';
import { legalBasisOn } from '../../../src/domain/plan/legal-basis.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const laws = (date: string) =>
  legalBasisOn(plan, date)
    .filter((text) => ['Luật', 'Nghị định'].includes(text.kind))
    .map((text) => text.number);

describe('legalBasisOn', () => {
  for (const [date, expected] of [
    ['2023-12-31', ['91/2017/NĐ-CP', '15/2003/QH11']],
    ['2024-01-01', ['06/2022/QH15', '98/2023/NĐ-CP']],
    ['2025-06-30', ['06/2022/QH15', '98/2023/NĐ-CP']],
    ['2025-07-01', ['06/2022/QH15', '152/2025/NĐ-CP']],
    ['2026-12-10', ['06/2022/QH15', '06/2026/QH16', '152/2025/NĐ-CP']],
  ] as const) {
    it(`picks the law in force on ${date}`, () => assert.deepEqual(laws(date), expected));
  }

  it('leaves out what only the plan cites', () => {
    assert.ok(!legalBasisOn(plan, '2026-12-10').some((text) => text.number === '09-NQ/TW'));
  });
});
