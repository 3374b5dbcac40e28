import { act, apart, bold, close, defineCard, destructive, header, label, ruled, stack, text } from '../kit/kit.ts';

export interface EraseView {
  readonly person: string;
  readonly name: string;
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

export const eraseCard = defineCard('privacy.erase', (t, view: EraseView) => ({
  body: [
    header(t),
    text(view.name, bold, close),
    stack([label(t.goes, bold), view.goes.map((line) => text(line, close))], apart, ruled),
    stack([label(t.stays, bold), view.stays.map((line) => text(line, close))], apart, ruled),
    label(t.forGood, bold, apart),
    label(t.elsewhere, close),
  ],
  actions: [
    act(t.erase, 'privacy.erase', { person: view.person, confirm: 'yes' }, destructive),
    act(t.back, 'privacy.show', { person: view.person }),
  ],
}));
