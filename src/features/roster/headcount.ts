import { type Attendance, presenceOn } from '../../domain/people/presence.ts';
import { departments, isOpen } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { belongingIn, figured } from '../../records/belonging.ts';
import { personRecord } from '../../records/person.ts';

export const presences = ['active', 'onLeave', 'left'] as const satisfies readonly Attendance['status'][];
/** The three add up to `people`. */
export type Headcount = Readonly<Record<(typeof presences)[number] | 'people', number>>;
interface DepartmentHeadcount extends Headcount {
  readonly id: string;
  readonly name: string;
}

/**
 * How many the roster has, who have left among them, counted from the index. The departments, in protocol order, add up to the whole.
 * @param today `yyyy-MM-dd` in the plan's zone
 */
export async function headcountOf(turn: Turn, today: string) {
  const [all, values] = await Promise.all([departments(turn), turn.countBy(personRecord, figured)]);
  const open = new Set(all.filter(isOpen).map(({ id }) => id));
  const rows = new Map(
    all.map(({ id, data }) => [id, { id, name: data.name, people: 0, active: 0, onLeave: 0, left: 0 }]),
  );
  const whole = { people: 0, active: 0, onLeave: 0, left: 0 };
  for (const [value, n] of values) {
    const belonging = belongingIn('', value);
    const row = rows.get(belonging.departmentId);
    for (const counts of row === undefined ? [] : [row, whole]) {
      counts.people += n;
      counts[presenceOn(belonging, today)] += n;
    }
  }
  const counted: readonly DepartmentHeadcount[] = [...rows.values()].filter(
    ({ id, people }) => people > 0 || open.has(id),
  );
  return { whole: whole as Headcount, departments: counted };
}
