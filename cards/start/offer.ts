import { accent, act, bold, type Container, close, note, opens, ruled, run, stack, text } from '../kit/kit.ts';

/** A command that a person may use. */
export interface Offered {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
}

/** A command, what it does, and touching it runs it. */
export const offer = ({ name, title, hint }: Offered): Container =>
  stack(
    [text([run(title, bold, accent), run(` – ${hint}`, note)])],
    ruled,
    close,
    opens(act(title, 'command.run', { command: name })),
  );
