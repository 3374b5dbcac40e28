import {
  act,
  asked,
  bare,
  dateInput,
  defineCard,
  destructive,
  header,
  note,
  notice,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';

export interface ShowView {
  readonly round: string;
  readonly roundName: string;
  /** Until when they are kept, and on what that rests. */
  readonly period: string;
  /** What has become of it; empty before anybody had it done. */
  readonly state: string;
  /** How many dossiers and files there are. */
  readonly content: string;
  readonly mayDestroy: boolean;
  readonly number: string;
  readonly issuedOn: string;
}

export const showCard = defineCard('retention.show', (t, view: ShowView) => ({
  body: [
    header(t),
    text(view.roundName, note, tight),
    text(view.period),
    view.state !== '' && notice('good', [text(view.state)]),
    view.state === '' && text(view.content),
    view.mayDestroy && notice('attention', [text(t.goes), text(t.stays), text(t.noBack)]),
    view.mayDestroy && textInput('number', asked(t, 'number'), { value: view.number, maxLength: 100 }),
    view.mayDestroy && dateInput('issuedOn', asked(t, 'issuedOn'), { value: view.issuedOn }),
  ],
  actions: [
    view.mayDestroy && act(t.destroy, 'retention.destroy', { round: view.round, confirm: 'yes' }, destructive),
    act(t.todo, 'todo.show', {}, bare),
  ],
}));
