import { act, defineCard, header, text } from '../kit/kit.ts';

export interface LaunchCancelledView {
  readonly unitName: string;
  readonly greeting: string;
  readonly text: string;
  readonly isPerson: boolean;
}

export const launchCancelledCard = defineCard('campaign.launch-cancelled', (t, view: LaunchCancelledView) => ({
  body: [header({ eyebrow: view.unitName, heading: t.heading }), text(view.greeting), text(view.text)],
  actions: [view.isPerson && act(t.plan, 'plan.show')],
}));
