import {
  act,
  bold,
  defineCard,
  greeting,
  header,
  narrow,
  note,
  primary,
  right,
  row,
  small,
  type Tone,
  text,
  titled,
  toned,
  wide,
} from '../kit/kit.ts';

export interface LapsedView {
  readonly unitName: string;
  readonly addressee: string;
  readonly roundName: string;
  readonly code: string;
  readonly about: string;
  readonly deadline: string;
  readonly state: string;
  readonly stateTone: Tone;
  readonly isLapsed: boolean;
  readonly round: string;
  readonly candidate: string;
}

export const lapsedCard = defineCard('closing.lapsed', (t, view: LapsedView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    row([
      wide([titled(view.about, `${view.roundName} · ${view.code}`)]),
      !view.isLapsed && narrow([text(view.state, small, bold, toned(view.stateTone), right)]),
    ]),
    greeting(t.greeting),
    text(t.text),
    view.isLapsed && text(t.way),
    text(t.kept, note),
  ],
  actions: [
    act(t.open, 'dossier.show', { round: view.round, candidate: view.candidate }, primary),
    act(t.todo, 'todo.show'),
  ],
}));
