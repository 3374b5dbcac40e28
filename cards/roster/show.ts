import {
  about,
  accent,
  act,
  apart,
  asked,
  bare,
  bold,
  close,
  counted,
  defineCard,
  header,
  isPaged,
  label,
  narrow,
  note,
  opens,
  type Paging,
  primary,
  row,
  ruled,
  small,
  stack,
  type Tone,
  text,
  textInput,
  tight,
  toned,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface ShowView extends Paging {
  readonly whole: string;
  /** The three add up to the whole. */
  readonly active: number;
  readonly onLeave: number;
  readonly left: number;
  readonly reach: string;
  readonly reachTone: Tone;
  readonly rows: readonly Row[];
}
interface Row {
  readonly id: string;
  readonly name: string;
  readonly people: string;
  readonly detail: string;
}

export const showCard = defineCard('roster.show', (t, view: ShowView) => {
  const leaf = { view, verb: 'roster.show' };
  return {
    body: [
      header(t),
      label(view.whole, note, tight),
      row([counted(view.active, t.active), counted(view.onLeave, t.onLeave), counted(view.left, t.left)]),
      label(view.reach, small, bold, toned(view.reachTone), close),
      textInput('query', asked(t, 'query'), { value: '', maxLength: 100 }, apart),
      view.rows.map((item) =>
        stack(
          [
            row([wide([text(item.name, bold, accent)]), narrow([label(item.people, small)])]),
            item.detail !== '' && label(item.detail, note, tight),
          ],
          close,
          ruled,
          opens(about(act(t.open, 'roster.department', { department: item.id, page: '0' }), item.name)),
        ),
      ),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [
      act(t.find, 'roster.find', {}, primary),
      turnPages(t, leaf, bare),
      act(t.add, 'roster.add', { department: '' }, bare),
      act(t.update, 'roster.import', {}, bare),
      act(t.export, 'roster.export', {}, bare),
    ],
  };
});
