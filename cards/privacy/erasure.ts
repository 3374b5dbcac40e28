import { act, bold, close, defineCard, header, note, notice, text } from '../kit/kit.ts';

export interface ErasureView {
  readonly person: string;
  readonly isDone: boolean;
  readonly state: string;
  readonly asked: string;
  readonly kept: readonly string[];
}

export const erasureCard = defineCard('privacy.erasure', (t, view: ErasureView) => ({
  body: [
    header(t),
    notice(view.isDone ? 'good' : 'accent', [text(view.state, bold)]),
    text(view.asked, note),
    view.kept.map((line) => text(line, close)),
  ],
  actions: [
    !view.isDone && act(t.refresh, 'privacy.erase', { person: view.person }),
    act(t.back, 'privacy.show', { person: view.person }),
  ],
}));
