import {
  apart,
  bold,
  close,
  large,
  note,
  progressBar,
  row,
  ruled,
  type Share,
  stack,
  text,
  tight,
  titled,
  wide,
} from './kit/kit.ts';

/** How a round stands, as digests and reports of any capability show it. */
export interface RoundFigures {
  readonly totals: readonly Total[];
  readonly aside: string;
  /** In protocol order; `more` says how many are left out. */
  readonly departments: readonly DepartmentFigures[];
  readonly more: string;
  /** What the office has to do next. */
  readonly waits: readonly string[];
}
interface Total {
  readonly figure: string;
  readonly label: string;
}
interface DepartmentFigures extends Share {
  readonly name: string;
  readonly figures: string;
}

export const totalsRow = (totals: readonly Total[], ...styles: Parameters<typeof row>[1][]) =>
  row(
    totals.map((item) => wide([titled(item.figure, item.label, large)])),
    ...styles,
  );

export const departmentRows = (t: Readonly<Record<'byDepartment' | 'waits', string>>, view: RoundFigures) => [
  view.departments.length > 0 && text(t.byDepartment, bold, apart, ruled),
  view.departments.map((item) => stack([text(item.name), text(item.figures, note, tight), progressBar(item)], close)),
  view.more && text(view.more, note),
  view.waits.length > 0 && text(t.waits, bold, apart, ruled),
  view.waits.map((wait) => stack([text(`– ${wait}`)], close)),
];
