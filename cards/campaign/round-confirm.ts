import { upperFirst } from '../../src/domain/text/sentence.ts';
import {
  act,
  apart,
  asked,
  bare,
  bold,
  close,
  dateInput,
  defineCard,
  header,
  narrow,
  note,
  notice,
  primary,
  right,
  row,
  ruled,
  stack,
  text,
  textInput,
  tight,
  timeInput,
  wide,
} from '../kit/kit.ts';

export interface RoundConfirmView {
  readonly name: string;
  readonly deadline: string;
  readonly audience: string;
  readonly channelLine: string;
  readonly milestones: readonly Milestone[];
  /** Which of them are before today; empty when none is. */
  readonly past: string;
  readonly round: string;
  /** Its deadline is over: until when dossiers are taken, and why it is opened all the same. */
  readonly isLate: boolean;
  readonly latest: string;
  readonly day: string;
  readonly time: string;
  readonly reason: string;
}
interface Milestone {
  readonly name: string;
  readonly owner: string;
  readonly on: string;
}

export const roundConfirmCard = defineCard('campaign.round-confirm', (t, view: RoundConfirmView) => ({
  body: [
    header(t),
    text(view.name, bold),
    stack([text(t.deadlineLabel, note, tight), text(upperFirst(view.deadline), tight)], close),
    view.isLate && [
      notice('warning', [text(t.late)], close),
      dateInput('day', asked(t, 'day'), { value: view.day }),
      timeInput('time', asked(t, 'time'), { value: view.time }),
      textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
    ],
    stack([text(t.audienceLabel, note, tight), text(view.audience, tight)], close),
    text(view.channelLine, close),
    text(t.milestones, bold, apart, ruled),
    view.milestones.map((item) =>
      row([wide([text(item.name), text(item.owner, note, tight)]), narrow([text(item.on, note, right)])], close, ruled),
    ),
    view.past !== '' && notice('warning', [text(view.past)], close),
    text(t.rules, note),
  ],
  actions: [
    act(view.isLate ? t.openLate : t.open, 'round.open', { round: view.round, confirm: 'yes' }, primary),
    view.milestones.length > 0 && act(t.dates, 'milestones.sheet', { round: view.round }, bare),
    act(t.back, 'round.choose', {}, bare),
  ],
}));
