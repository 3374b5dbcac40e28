import assert from 'node:assert/strict';
import { leaveIn, leaveOf, readLeave, saysLeave } from '../../../src/domain/people/typed-leave.ts';

type Known = Parameters<typeof readLeave>[1]['known'];
const active = { status: 'active', statusFrom: null, statusTo: null, endDate: null } as const;
const onLeave = (from: string | null, to: string | null): Known => ({
  status: 'onLeave',
  statusFrom: from,
  statusTo: to,
  endDate: null,
});
const today = '2026-11-18';
const read = (words: string, known: Known = active, day = today) => {
  const days = leaveIn(words);
  return days === undefined ? undefined : readLeave(days, { today: day, known });
};

describe('a leave as it is typed', () => {
  for (const [words, from, to] of [
    ['tôi nghỉ từ 20/11 đến 05/12', '2026-11-20', '2026-12-05'],
    ['Tôi nghỉ phép từ ngày 20/11/2026 đến hết ngày 05/12/2026.', '2026-11-20', '2026-12-05'],
    ['em xin nghỉ từ 20-11 tới 5-12', '2026-11-20', '2026-12-05'],
    ['nghi phep tu 20/11 den 5/12', '2026-11-20', '2026-12-05'],
    ['từ 20/11 - 5/12', '2026-11-20', '2026-12-05'],
    ['tôi nghỉ đến 05/12', today, '2026-12-05'],
    ['nghỉ ốm hôm nay', today, null],
    ['tôi nghỉ từ mai đến 25/11', '2026-11-19', '2026-11-25'],
    ['tôi nghỉ từ 20/11', '2026-11-20', null],
    ['tôi nghỉ từ 28/12 đến 04/01', '2026-12-28', '2027-01-04'],
    ['I am on leave from 20/11 to 05/12', '2026-11-20', '2026-12-05'],
    ['from 20/11 until 05/12', '2026-11-20', '2026-12-05'],
    ['tôi nghỉ từ 16/11 đến 20/11', '2026-11-16', '2026-11-20'],
  ] as const)
    it(`“${words}”`, () => assert.deepEqual(read(words), { leave: { from, to } }));

  it('a single day that is not said to begin anything is that day alone', () => {
    for (const words of ['tôi nghỉ ngày 20/11', 'xin nghỉ 20/11', 'on leave 20/11'])
      assert.deepEqual(read(words), { leave: { from: '2026-11-20', to: '2026-11-20' } }, words);
  });
  it('a day without a year is the nearest that is not long past', () => {
    assert.deepEqual(read('tôi nghỉ từ 28/12 đến 05/01', active, '2027-01-02'), {
      leave: { from: '2026-12-28', to: '2027-01-05' },
    });
    assert.deepEqual(read('tôi nghỉ từ 05/01', active, '2026-12-20'), { leave: { from: '2027-01-05', to: null } });
  });

  for (const [words, problem, known] of [
    ['tôi nghỉ từ 31/11 đến 05/12', 'LEAVE_DATES'],
    ['tôi nghỉ từ 20/11/2026 đến 10/11/2026', 'LEAVE_ORDER'],
    ['tôi nghỉ từ 01/11 đến 10/11', 'LEAVE_PAST'],
    ['tôi nghỉ từ 20/11/2026 đến 25/11/2027', 'LEAVE_LONG'],
    ['tôi nghỉ từ 20/11/2028', 'LEAVE_LONG'],
    ['tôi nghỉ từ 01/12 đến 05/12', 'LEAVE_SECOND', onLeave('2026-11-10', '2026-11-25')],
  ] as const)
    it(`“${words}” is refused: ${problem}`, () => assert.deepEqual(read(words, known), { problem }));

  it('a year that nobody means is refused as every date is', () => {
    assert.throws(() => read('tôi nghỉ từ 20/11/2569'), { code: 'DATE_BUDDHIST' });
    assert.throws(() => read('tôi nghỉ từ 20/11/0026'), { code: 'DATE_YEAR' });
  });
  it('one under way may get other days, and one to come is replaced', () => {
    assert.ok('leave' in (read('tôi nghỉ đến 30/11', onLeave('2026-11-10', '2026-11-25')) ?? {}));
    assert.ok('leave' in (read('tôi nghỉ từ 01/12 đến 05/12', onLeave('2026-11-20', '2026-11-25')) ?? {}));
  });

  it('what only begins like it says nothing of the kind', () => {
    for (const text of [
      'tôi nghĩ hồ sơ của tôi thiếu minh chứng',
      'Tôi nghĩ 20/11 là ngày Nhà giáo',
      'tôi nghỉ',
      'nghỉ phép',
      'tôi nghỉ từ bao giờ thì không phải nộp?',
      'trong năm tôi đã tư vấn từ 20/11 đến 05/12',
      '',
    ])
      assert.ok(!saysLeave(text), text);
    for (const text of ['tôi nghỉ từ 20/11 đến 05/12', 'xin nghỉ 20/11', 'on leave until 05/12'])
      assert.ok(saysLeave(text), text);
  });

  it('is over after its last day, and an open one is not', () => {
    assert.equal(leaveOf(onLeave('2026-11-01', '2026-11-17'), today), undefined);
    assert.deepEqual(leaveOf(onLeave('2026-11-01', today), today), { from: '2026-11-01', to: today });
    assert.deepEqual(leaveOf(onLeave(null, null), today), { from: today, to: null });
    assert.equal(leaveOf(active, today), undefined);
  });
});
