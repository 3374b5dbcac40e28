import { upperFirst } from '../../src/domain/text/sentence.ts';
import {
  act,
  asked,
  bare,
  close,
  dateInput,
  defineCard,
  header,
  note,
  primary,
  stack,
  text,
  textInput,
  tight,
  timeInput,
} from '../kit/kit.ts';

export interface GraceFormView {
  readonly round: string;
  readonly roundName: string;
  readonly now: string;
  readonly latest: string;
  readonly day: string;
  readonly time: string;
  readonly reason: string;
  readonly seen: string;
}

export const graceFormCard = defineCard('closing.grace-form', (t, view: GraceFormView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, note, tight),
      text(t.text),
      stack([text(t.nowLabel, note, tight), text(upperFirst(view.now), tight)], close),
      dateInput('day', asked(t, 'day'), { value: view.day }),
      timeInput('time', asked(t, 'time'), { value: view.time }),
      textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
      text(t.latest, note),
    ],
    actions: [
      act(t.check, 'round.grace', { round, seen: view.seen, step: 'check' }, primary),
      act(t.back, 'round.show', { round }, bare),
    ],
  };
});
