import { departmentCard } from '../../../cards/overview/department.ts';
import { progressCard } from '../../../cards/overview/progress.ts';
import { todoCard } from '../../../cards/overview/todo.ts';
import { departmentScreen, progressScreen, todoScreen } from '../../../src/screens/overview/overview-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(departmentScreen, departmentCard),
  pair(progressScreen, progressCard),
  pair(todoScreen, todoCard),
];
