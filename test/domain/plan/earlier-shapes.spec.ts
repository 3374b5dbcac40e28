import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { readPlan } from '../../../src/domain/plan/read-plan.ts';

const file = new URL('../../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url);
interface Today {
  readonly text: readonly { readonly paragraphs: readonly (string | { readonly head: string })[] }[];
  readonly calendar: { readonly reminders: Record<string, unknown> };
  readonly dossier: object;
  readonly [section: string]: unknown;
}
/** Today's file as an office had edited it under an earlier release: passages instead of the text, no English names. */
function earlier(more: object = {}): Record<string, unknown> {
  const { text: _text, english: _english, ...rest } = parse(readFileSync(file, 'utf8')) as Today;
  return {
    ...rest,
    aims: ['Mục đích của đơn vị.'],
    requirements: ['Yêu cầu của đơn vị.'],
    participants: { collectives: 'Các phòng.', individuals: 'Viên chức, người lao động.' },
    contents: [{ id: 'n1', name: 'Nội dung', text: 'Nội dung thi đua của đơn vị.' }],
    dossier: { ...rest.dossier, sets: 'Một bộ bản chính.', funding: 'Kinh phí theo quy định.' },
    duties: [{ who: 'heads', text: 'Trưởng phòng phổ biến Kế hoạch.' }],
    ...more,
  };
}
const read = (plan: object) => readPlan(stringify(plan));

describe('a plan file of an earlier release', () => {
  it('is read: its passages are the text, in the order of the source, nothing of them lost', () => {
    const plan = read(earlier());
    const said = plan.text.flatMap(({ paragraphs }) => paragraphs);
    assert.deepEqual(said, [
      'Mục đích của đơn vị.',
      'Yêu cầu của đơn vị.',
      'Các phòng.',
      'Viên chức, người lao động.',
      'Nội dung thi đua của đơn vị.',
      ...[...plan.criteria.department, ...plan.criteria.person, ...plan.criteria.adhoc].map(({ text }) => text),
      'Một bộ bản chính.',
      'Kinh phí theo quy định.',
      'Trưởng phòng phổ biến Kế hoạch.',
    ]);
    assert.deepEqual(Object.keys(plan.dossier).sort(), ['note', 'parts']);
  });

  it('and of the release before it: milestones remind as in the first plan', () => {
    const { calendar } = earlier() as { calendar: Today['calendar'] };
    const { milestoneDaysBefore: _days, escalateAfterWorkingDays: _after, ...reminders } = calendar.reminders;
    const plan = read(earlier({ calendar: { ...calendar, reminders } }));
    assert.deepEqual(plan.calendar.reminders.milestoneDaysBefore, [3, 0]);
    assert.equal(plan.calendar.reminders.escalateAfterWorkingDays, 2);
  });

  it('is refused with line and reason where it is neither the one nor the other', () => {
    const { text } = parse(readFileSync(file, 'utf8')) as Today;
    for (const [plan, problem] of [
      [earlier({ text }), /aims: unknown key/],
      [earlier({ duties: undefined }), /aims: unknown key/],
      [earlier({ surplus: 1 }), /surplus: unknown key/],
      [earlier({ zone: 'Nowhere' }), /zone: "Nowhere" is not a time zone/],
    ] as const)
      assert.throws(
        () => read(JSON.parse(JSON.stringify(plan))),
        (error: { code?: string; facts?: { problems?: string } }) =>
          error.code === 'PLAN_INVALID' &&
          problem.test(error.facts?.problems ?? '') &&
          /line \d+/.test(error.facts?.problems ?? ''),
      );
  });
});
