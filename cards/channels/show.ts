import { act, bold, defineCard, header, note, notice, pair, stack, type Tone, text } from '../kit/kit.ts';

export interface ChannelShowView {
  readonly title: string;
  readonly state: string;
  readonly tone: Tone;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly held: readonly string[];
  readonly nothingHeld: string;
  readonly how: string;
}

export const channelShowCard = defineCard('channels.show', (t, view: ChannelShowView) => ({
  body: [
    header(t),
    notice(view.tone, [text(view.state, bold)]),
    view.facts.map((item) => pair(text(item.label, note), item.value)),
    stack([text(t.held, bold), ...(view.held.length > 0 ? view.held : [view.nothingHeld]).map((line) => text(line))]),
    text(view.how),
  ],
  actions: [act(t.todo, 'todo.show')],
}));
