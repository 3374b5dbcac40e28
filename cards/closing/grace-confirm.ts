import { upperFirst } from '../../src/domain/text/sentence.ts';
import {
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  note,
  notice,
  primary,
  readFirst,
  stack,
  text,
  tight,
} from '../kit/kit.ts';

export interface GraceConfirmView {
  readonly round: string;
  readonly roundName: string;
  readonly now: string;
  readonly until: string;
  readonly effect: string;
  readonly day: string;
  readonly time: string;
  readonly reason: string;
  readonly seen: string;
}

export const graceConfirmCard = defineCard('closing.grace-confirm', (t, view: GraceConfirmView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, note, tight),
      stack([text(t.nowLabel, note, tight), text(upperFirst(view.now), tight)], close),
      stack([text(t.untilLabel, note, tight), text(upperFirst(view.until), bold, tight)], close),
      stack([text(t.reasonLabel, note, tight), text(view.reason, tight)], close),
      notice('warning', [text(view.effect)], apart),
    ],
    actions: [
      act(
        t.confirm,
        'round.grace',
        { round, day: view.day, time: view.time, reason: view.reason, seen: view.seen, step: 'yes', ...readFirst },
        primary,
      ),
      act(t.back, 'round.grace', { round }),
    ],
  };
});
