import assert from 'node:assert/strict';
import { holdsForSome, legalBasisOn, toCheckBeforeSigning, toCheckIn } from '../../../src/domain/plan/legal-basis.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const laws = (date: string) =>
  legalBasisOn(plan, { paper: date, received: [date] })
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

  it('goes by the day the dossiers came in where the law says so (Law 06/2026), and otherwise by the date of the paper', () => {
    const numbers = (...received: string[]) =>
      legalBasisOn(plan, { paper: '2026-12-10', received }).map(({ number }) => number);
    assert.ok(!numbers('2026-09-30').includes('06/2026/QH16'));
    assert.ok(numbers('2026-10-01').includes('06/2026/QH16'));
    assert.ok(numbers('2024-06-30').includes('152/2025/NĐ-CP'));
    assert.ok(numbers('2026-09-30', '2026-10-01').includes('06/2026/QH16'), 'for the one that came in later');
    assert.ok(numbers().includes('06/2026/QH16'), 'of no dossier: by its own date');
  });
  it('knows what holds for some of the dossiers only', () => {
    const forSome = (...received: string[]) => {
      const dates = { paper: '2026-12-10', received };
      return legalBasisOn(plan, dates)
        .filter((text) => holdsForSome(text, dates))
        .map(({ number }) => number);
    };
    assert.deepEqual(forSome('2026-09-30', '2026-10-01'), ['06/2026/QH16']);
    assert.deepEqual(forSome('2026-10-01'), []);
    assert.deepEqual(forSome('2026-09-30'), []);
  });
  it('names what a sentence names and nobody has checked', () => {
    assert.deepEqual(
      toCheckIn(plan, plan.title).map(({ number }) => number),
      ['14/CT-UBND'],
    );
    assert.deepEqual(toCheckIn(plan, 'Luật số 06/2022/QH15'), []);
  });
  it('names what nobody has checked yet, of the grounds alone', () => {
    const found = toCheckBeforeSigning(plan, { paper: '2026-12-10', received: ['2026-11-20'] });
    const names = found.map(({ kind, number }) => `${kind} ${number}`);
    assert.ok(names.includes('Chỉ thị 14/CT-UBND'));
    assert.ok(!names.includes('Luật 06/2022/QH15'));
    assert.ok(!names.includes('Kế hoạch 6524/KH-UBND'), 'no ground of papers');
  });
  it('leaves out what only the plan cites', () => {
    assert.ok(
      !legalBasisOn(plan, { paper: '2026-12-10', received: ['2026-11-20'] }).some((text) => text.number === '09-NQ/TW'),
    );
  });
});
