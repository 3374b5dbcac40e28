import { act, bold, type Data, type Execute, notice, primary, type Tone, text } from './kit/kit.ts';

/** What the writer of a dossier does next, and what is not done before. */
export interface StepView {
  /** Above all whether it was sent; empty when there is nothing to say. */
  readonly notice: string;
  readonly tone: Tone;
  /** It need not be done. */
  readonly isOptional: boolean;
  /** Of the one button; empty without one. */
  readonly title: string;
  readonly verb: string;
  readonly data: Data;
}

export const stepNotice = ({ notice: words, tone }: StepView, ...lines: readonly string[]) =>
  words !== '' && notice(tone, [text(words, bold), lines.map((line) => text(line))]);

export const stepButton = ({ title, verb, data, isOptional }: StepView): Execute | false =>
  title !== '' && act(title, verb, data, ...(isOptional ? [] : [primary]));
