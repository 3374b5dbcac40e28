import { upperFirst } from '../../src/domain/text/sentence.ts';
import {
  act,
  actions,
  apart,
  bold,
  close,
  defineCard,
  header,
  narrow,
  note,
  right,
  row,
  ruled,
  small,
  stack,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

export interface RoundView {
  readonly round: string;
  readonly unitName: string;
  readonly name: string;
  readonly state: string;
  readonly stateTone: Tone;
  readonly deadline: string;
  readonly hasGrace: boolean;
  readonly grace: string;
  readonly graceReason: string;
  readonly opened: string;
  readonly milestones: readonly Milestone[];
  readonly canAssess: boolean;
  readonly isPerson: boolean;
  readonly isOffice: boolean;
  readonly hasReport: boolean;
  readonly canExtend: boolean;
}
interface Milestone {
  readonly name: string;
  readonly owner: string;
  readonly on: string;
}

export const roundCard = defineCard('campaign.round', (t, view: RoundView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      row([wide([text(view.name, bold)]), narrow([text(view.state, small, bold, toned(view.stateTone), right)])]),
      stack([text(t.deadlineLabel, note, tight), text(upperFirst(view.deadline), tight)], close),
      view.hasGrace &&
        stack(
          [text(t.graceLabel, note, tight), text(upperFirst(view.grace), tight), text(view.graceReason, note, tight)],
          close,
        ),
      stack([text(t.openedLabel, note, tight), text(view.opened, tight)], close),
      text(t.milestones, bold, apart, ruled),
      view.milestones.map((item) =>
        row(
          [wide([text(item.name), text(item.owner, note, tight)]), narrow([text(item.on, note, right)])],
          close,
          ruled,
        ),
      ),
      view.isPerson && actions([act(t.openMilestones, 'milestones.show', { round })]),
    ],
    actions: [
      view.canAssess && act(t.assess, 'assess.open', { round }),
      view.isOffice && act(t.intake, 'intake.queue', { round }),
      view.isOffice && act(t.progress, 'progress.show', { round }),
      view.hasReport && act(t.report, 'round.report', { round }),
      view.canExtend && act(t.extend, 'round.grace', { round }),
      view.isPerson && act(t.plan, 'plan.show'),
    ],
  };
});
