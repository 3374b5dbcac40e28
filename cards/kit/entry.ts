import { about } from './action.ts';
import type { Container, Execute, Tone } from './elements.ts';
import { row, stack, wide } from './layout.ts';
import type { Nothing } from './list.ts';
import { stateColumn } from './state-column.ts';
import { accent, close, middle, opens, ruled } from './styles.ts';
import { titled } from './text.ts';

/** Something in a list, with how it stands. */
export interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
}

/** A line of a list; touching it opens something, if the reader may. */
export const entry = ({ name, detail, chip, tone }: Entry, action?: Execute | Nothing): Container =>
  stack(
    [row([wide([titled(name, detail, action && accent)]), stateColumn(chip, tone, middle)])],
    close,
    ruled,
    action && opens(about(action, name)),
  );
