import { bold, defineCard, header, text } from '../kit/kit.ts';

export interface AmendmentView {
  readonly roundName: string;
  readonly amended: string;
  readonly standing: string;
}

/** In the channel: a published list was amended. It names nobody. */
export const amendmentCard = defineCard('award.amendment', (t, view: AmendmentView) => ({
  body: [header(t), text(view.roundName, bold), text(view.amended), text(view.standing)],
  actions: [],
}));
