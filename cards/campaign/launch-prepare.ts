import {
  act,
  apart,
  bold,
  close,
  counted,
  defineCard,
  header,
  narrow,
  note,
  notice,
  primary,
  right,
  row,
  ruled,
  type Tone,
  text,
  textInput,
  tight,
  wide,
} from '../kit/kit.ts';

export interface LaunchPrepareView {
  readonly people: number;
  readonly reachable: number;
  readonly unreachable: number;
  readonly departments: readonly Department[];
  readonly hasMore: boolean;
  readonly moreLine: string;
  readonly channelLine: string;
  readonly channelTone: Tone;
  readonly number: string;
  readonly issuedOn: string;
  readonly isSample: boolean;
  readonly symbolLine: string;
  readonly hasNote: boolean;
  readonly note: string;
  readonly formId: string;
}
interface Department {
  readonly name: string;
  readonly figures: string;
}

export const launchPrepareCard = defineCard('campaign.launch-prepare', (t, view: LaunchPrepareView) => ({
  body: [
    header(t),
    text(t.how),
    row([
      counted(view.people, t.people),
      counted(view.reachable, t.reachable, 'good'),
      counted(view.unreachable, t.unreachable, 'warning'),
    ]),
    view.departments.map((item) =>
      row([wide([text(item.name)]), narrow([text(item.figures, bold, right)])], close, ruled),
    ),
    view.hasMore && text(view.moreLine, note),
    notice(view.channelTone, [text(view.channelLine)], apart),
    textInput(
      'number',
      { label: t.numberLabel, errorMessage: t.numberError },
      { value: view.number, maxLength: 12, placeholder: t.numberHint },
      apart,
    ),
    textInput(
      'issuedOn',
      { label: t.dateLabel, errorMessage: t.dateError },
      { value: view.issuedOn, maxLength: 12, placeholder: t.dateHint },
    ),
    view.isSample && notice('warning', [text(t.sample)], close),
    text(view.symbolLine, note),
    view.hasNote && text(view.note, note, tight),
  ],
  actions: [
    act(t.preview, 'announce.launch', { formId: view.formId }, primary),
    view.unreachable > 0 &&
      act(t.showUnreachable, 'announce.people', { list: 'unreachable', department: '', page: '0' }),
  ],
}));
