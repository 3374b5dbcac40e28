import {
  act,
  bold,
  close,
  defineCard,
  header,
  notice,
  primary,
  small,
  type Tone,
  text,
  tight,
  titled,
  toned,
} from '../kit/kit.ts';

export interface NewsView {
  readonly unitName: string;
  /** What happened, in a few words. */
  readonly heading: string;
  /** The person's own dossier, or the department's. */
  readonly about: string;
  readonly code: string;
  readonly roundName: string;
  readonly state: string;
  readonly tone: Tone;
  /** The same in a sentence: who, when, until when. */
  readonly what: string;
  readonly reason: string;
  readonly round: string;
  readonly candidate: string;
}

export const newsCard = defineCard('intake.news', (t, view: NewsView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: view.heading }),
    titled(view.about, `${view.roundName} · ${view.code}`),
    text(view.state, small, bold, toned(view.tone), tight),
    notice('accent', [text(view.what)], close),
    view.reason !== '' && text(t.reason),
  ],
  actions: [
    act(t.read, 'dossier.show', { round: view.round, candidate: view.candidate }, primary),
    act(t.todo, 'todo.show'),
  ],
}));
