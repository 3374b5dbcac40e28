import { act, defineCard, header, text } from '../kit/kit.ts';

export interface LaunchCancelledView {
  readonly unitName: string;
  readonly greeting: string;
  readonly text: string;
  /** Which rounds are open all the same; empty when none is. */
  readonly stays: string;
  readonly canAssess: boolean;
  readonly isPerson: boolean;
}

export const launchCancelledCard = defineCard('campaign.launch-cancelled', (t, view: LaunchCancelledView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    text(view.greeting),
    text(view.text),
    view.stays !== '' && text(view.stays),
  ],
  actions: [
    view.canAssess && act(t.assess, 'command.run', { command: 'assess' }),
    view.isPerson && act(t.plan, 'plan.show'),
  ],
}));
