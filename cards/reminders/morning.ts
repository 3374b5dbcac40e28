import { defineCard, greeting, header } from '../kit/kit.ts';

export interface MorningView {
  readonly unitName: string;
  readonly day: string;
  readonly addressee: string;
}

/** What stands above the sections of a morning's message. */
export const morningCard = defineCard('reminders.morning', (t, view: MorningView) => ({
  body: [header({ eyebrow: view.unitName, heading: t.heading }), greeting(t.greeting)],
}));
