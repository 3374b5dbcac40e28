import {
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  narrow,
  note,
  right,
  row,
  ruled,
  small,
  type Tone,
  text,
  titled,
  toned,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface LaunchPeopleView {
  readonly eyebrow: string;
  readonly title: string;
  readonly line: string;
  readonly rows: readonly Row[];
  readonly list: string;
  readonly department: string;
  /** What was typed into the form of the launch, to be found there again. */
  readonly number: string;
  readonly issuedOn: string;
  readonly range: string;
  /** Through which teams people are reached. */
  readonly teams: readonly string[];
  readonly hasPrevious: boolean;
  readonly previous: string;
  readonly hasNext: boolean;
  readonly next: string;
}
interface Row {
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
}

export const launchPeopleCard = defineCard('campaign.launch-people', (t, view: LaunchPeopleView) => {
  const { number, issuedOn } = view;
  const leaf = {
    view,
    verb: 'announce.people',
    data: { list: view.list, department: view.department, number, issuedOn },
  };
  return {
    body: [
      header({ eyebrow: view.eyebrow, heading: view.title }),
      text(view.line),
      view.teams.map((line) => text(line, note)),
      view.rows.map((item) =>
        row(
          [wide([titled(item.name, item.detail)]), narrow([text(item.chip, small, bold, toned(item.tone), right)])],
          close,
          ruled,
        ),
      ),
      isPaged(view) && text(view.range, note),
    ],
    actions: [turnPages(t, leaf), act(t.back, 'announce.prepare', { number, issuedOn })],
  };
});
