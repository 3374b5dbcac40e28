import {
  accent,
  act,
  apart,
  bold,
  defineCard,
  isPaged,
  label,
  large,
  note,
  type Paging,
  ruled,
  small,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';
import { type PersonRow, personRow } from './person-row.ts';

export interface DepartmentView extends Paging {
  readonly department: string;
  readonly name: string;
  readonly rows: readonly PersonRow[];
  readonly isEmpty: boolean;
}

export const departmentCard = defineCard('roster.department', (t, view: DepartmentView) => {
  const leaf = { view, verb: 'roster.department', data: { department: view.department } };
  return {
    body: [
      label(t.eyebrow, small, bold, accent, tight),
      text(view.name, large, bold, tight),
      view.isEmpty ? text(t.empty) : label(t.count, note, tight),
      view.rows.map((person) => personRow(person, t.open)),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [
      turnPages(t, leaf),
      act(t.add, 'roster.add', { department: view.department }),
      act(t.back, 'roster.show'),
    ],
  };
});
