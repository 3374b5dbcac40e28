import {
  act,
  asked,
  bare,
  bold,
  close,
  dateInput,
  defineCard,
  header,
  narrow,
  note,
  primary,
  right,
  row,
  small,
  stack,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

export interface OneView {
  readonly milestone: string;
  readonly name: string;
  readonly hasDate: boolean;
  readonly on: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly round: string;
  readonly roundName: string;
  readonly rev: number;
  readonly facts: readonly Fact[];
  readonly canDate: boolean;
  readonly canClear: boolean;
  /** What the form's field holds. */
  readonly dated: string;
  readonly canTick: boolean;
  readonly canTakeBack: boolean;
  readonly canRecord: boolean;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const oneCard = defineCard('milestones.one', (t, view: OneView) => {
  const { round, milestone, rev } = view;
  return {
    body: [
      header(t),
      row([wide([text(view.name, bold)]), narrow([text(view.chip, small, bold, toned(view.tone), right)])]),
      view.hasDate && stack([text(t.date, note, tight), text(view.on, tight)], close),
      view.facts.map((item) => stack([text(item.label, note, tight), text(item.value, tight)], close)),
      view.canDate && dateInput('on', asked(t, 'on'), { value: view.dated }),
    ],
    actions: [
      view.canDate && act(t.save, 'milestones.date', { round, milestone, rev }, primary),
      view.canTick && act(t.tick, 'milestones.tick', { round, milestone, rev, done: 'yes' }, bare),
      view.canTakeBack && act(t.takeBack, 'milestones.tick', { round, milestone, rev, done: 'no' }, bare),
      view.canClear && act(t.clear, 'milestones.date', { round, milestone, rev, clear: 'yes' }, bare),
      view.canRecord && act(t.record, 'meeting.record', { round }, bare),
      act(t.back, 'milestones.show', { round }, bare),
    ],
  };
});
