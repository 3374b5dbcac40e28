import {
  about,
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  label,
  narrow,
  note,
  notice,
  opens,
  primary,
  progressBar,
  readFirst,
  right,
  row,
  ruled,
  type Share,
  stack,
  type Tone,
  text,
  wide,
} from '../kit/kit.ts';

export interface UpdateView {
  readonly id: string;
  readonly rev: number;
  readonly file: string;
  readonly state: string;
  readonly tone: Tone;
  /** What is wrong, or what was read otherwise than it stands in the file. */
  readonly lines: readonly string[];
  readonly linesTitle: string;
  readonly rows: readonly Row[];
  /** Of departments, one a line. */
  readonly departments: readonly string[];
  readonly progress: Share | undefined;
  readonly is: 'going' | 'refused' | 'asked' | 'applied' | 'over';
  /** Whom it concerns can be looked at one by one. */
  readonly isOpen: boolean;
  /** How many the file does not name; empty when it names everyone. */
  readonly absent: string;
  /** It names less than most: then it is likelier a part of the people. */
  readonly isPart: boolean;
  readonly take: string;
  readonly keep: string;
  readonly hasSheet: boolean;
}
interface Row {
  readonly kind: string;
  readonly label: string;
  readonly count: number;
}

const counted = ({ id, isOpen }: UpdateView, { kind, label: name, count }: Row, open: string) => {
  const leads = isOpen && kind !== 'same';
  return stack(
    [row([wide([text(name, ...(leads ? [accent] : []))]), narrow([label(String(count), bold, right)])])],
    close,
    ruled,
    leads && opens(about(act(open, 'roster.changes', { id, kind, page: '0' }), name)),
  );
};

export const updateCard = defineCard('roster.update', (t, view: UpdateView) => {
  const { id, rev } = view;
  const confirm = (title: string, absent: string, ...manner: readonly (typeof primary)[]) =>
    act(title, 'roster.confirm', { id, rev: String(rev), absent, ...readFirst }, ...manner);
  const isAsked = view.is === 'asked';
  const take = confirm(view.take, 'left', ...(view.isPart ? [] : [primary]));
  const keep = confirm(view.keep, 'kept', ...(view.isPart ? [primary] : []));
  return {
    body: [
      header(t),
      text(view.file, note),
      notice(view.tone, [text(view.state, bold)]),
      view.progress !== undefined && progressBar(view.progress),
      view.rows.length > 0 &&
        stack(
          view.rows.map((item) => counted(view, item, t.open)),
          apart,
        ),
      view.departments.map((line) => text(line, close)),
      view.absent !== '' && text(view.absent, note, apart),
      view.lines.length > 0 &&
        stack([text(view.linesTitle, bold), view.lines.map((line) => text(line, note, close))], apart, ruled),
    ],
    actions: [
      isAsked && view.isPart && keep,
      isAsked && take,
      isAsked && view.absent !== '' && !view.isPart && keep,
      isAsked && act(t.drop, 'roster.drop', { id }),
      view.hasSheet && act(t.sheet, 'roster.problems', { id }, primary),
      view.is === 'going' && act(t.refresh, 'roster.update', { id }, primary),
      (view.is === 'refused' || view.is === 'over') && act(t.again, 'roster.import'),
      !isAsked && act(t.roster, 'roster.show'),
    ],
  };
});
