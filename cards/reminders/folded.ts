import { about, act, defineCard, header, text } from '../kit/kit.ts';

export interface FoldedView {
  /** Of the section's own card. */
  readonly heading: string;
  readonly summary: string;
  /** Leads to the whole of it. */
  readonly command: string;
}

/** A section of a morning's message for which the message has no room: what it says in a line, and where it stands. */
export const foldedCard = defineCard('reminders.folded', (t, view: FoldedView) => ({
  body: [header({ eyebrow: '', heading: view.heading }), text(view.summary)],
  actions: [about(act(t.open, 'command.run', { command: view.command }), view.heading)],
}));
