import {
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  narrow,
  note,
  primary,
  right,
  row,
  ruled,
  stack,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface RoundConfirmView {
  readonly name: string;
  readonly deadline: string;
  readonly audience: string;
  readonly channelLine: string;
  readonly milestones: readonly Milestone[];
  readonly round: string;
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
    stack([text(t.deadlineLabel, note, tight), text(view.deadline, tight)], close),
    stack([text(t.audienceLabel, note, tight), text(view.audience, tight)], close),
    stack([text(t.channelLabel, note, tight), text(view.channelLine, tight)], close),
    text(t.milestones, bold, apart, ruled),
    view.milestones.map((item) =>
      row([wide([text(item.name), text(item.owner, note, tight)]), narrow([text(item.on, note, right)])], close, ruled),
    ),
    text(t.rules, note),
  ],
  actions: [act(t.open, 'round.open', { round: view.round, confirm: 'yes' }, primary), act(t.back, 'round.choose')],
}));
