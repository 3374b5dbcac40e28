import { accent, act, type Container, close, opens, ruled, stack, titled } from '../kit/kit.ts';

/** A command that a person may use. */
export interface Offered {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
}

/** A command, what it does, and touching it runs it. */
export const offer = ({ name, title, hint }: Offered): Container =>
  stack([titled(title, hint, accent)], ruled, close, opens(act(title, 'command.run', { command: name })));
