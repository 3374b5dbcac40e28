import { accent, act, bold, type Container, close, label, note, opens, ruled, stack, text, tight } from '../kit/kit.ts';

/** A command that a person may use. */
export interface Offered {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
}

/** A command, what it does, and touching it runs it. */
export const offer = ({ name, title, hint }: Offered): Container =>
  stack(
    [label(title, bold, accent), text(hint, note, tight)],
    ruled,
    close,
    opens(act(title, 'command.run', { command: name })),
  );
