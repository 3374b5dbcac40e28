import { act, apart, bold, defineCard, header, notice, primary, type Tone, text } from '../kit/kit.ts';

export interface RoundOpenedView {
  readonly unitName: string;
  readonly greeting: string;
  readonly text: string;
  readonly headText: string;
  readonly isHead: boolean;
  readonly deadline: string;
  readonly deadlineTone: Tone;
  readonly round: string;
}

export const roundOpenedCard = defineCard('campaign.round-opened', (t, view: RoundOpenedView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    text(view.greeting),
    text(view.text),
    notice(view.deadlineTone, [text(view.deadline, bold)], apart),
    view.isHead && text(view.headText),
  ],
  actions: [
    act(t.assess, 'command.run', { command: 'assess' }, primary),
    view.isHead && act(t.review, 'command.run', { command: 'review' }),
    act(t.milestones, 'round.show', { round: view.round }),
    act(t.plan, 'plan.show'),
  ],
}));
