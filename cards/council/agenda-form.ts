import { act, asked, bare, bold, dateInput, defineCard, header, note, primary, text, textInput } from '../kit/kit.ts';
import { dossiersInput } from './meeting-form.ts';
import type { Choice } from './views.ts';

export interface AgendaFormView {
  readonly round: string;
  readonly roundName: string;
  readonly heldOn: string;
  readonly place: string;
  readonly today: string;
  readonly dossiers: readonly Choice[];
  readonly chosen: string;
  readonly longList: string;
}

export const agendaFormCard = defineCard('council.agenda-form', (t, view: AgendaFormView) => ({
  body: [
    header(t),
    text(view.roundName, bold),
    text(t.explain, note),
    dateInput('heldOn', asked(t, 'heldOn'), { value: view.heldOn, min: view.today }),
    textInput('place', asked(t, 'place'), { value: view.place, maxLength: 200 }),
    dossiersInput(t, view),
    view.longList && text(view.longList, note),
  ],
  actions: [
    act(t.save, 'council.announce', { round: view.round }, primary),
    act(t.back, 'council.show', { round: view.round }, bare),
  ],
}));
