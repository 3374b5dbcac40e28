import {
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  label,
  note,
  notice,
  primary,
  readFirst,
  ruled,
  stack,
  text,
  tight,
} from '../kit/kit.ts';

export interface OfferedPlanView {
  readonly isOffered: boolean;
  readonly version: string;
  readonly mayAdopt: boolean;
  readonly rows: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly more: string;
  /** Parts of the plan that differ in more than values. */
  readonly sections: readonly string[];
  readonly kept: string;
  /** Values set in chat that have no place in it. */
  readonly gone: readonly string[];
}

export const offeredPlanCard = defineCard('settings.plan', (t, view: OfferedPlanView) => ({
  body: view.isOffered
    ? [
        header(t),
        text(t.why, close),
        view.rows.map((item) =>
          stack(
            [
              text(item.name, bold),
              label(t.before, note, tight),
              text(item.before, tight),
              label(t.after, note, tight),
              text(item.after, tight),
            ],
            close,
            ruled,
          ),
        ),
        view.more !== '' && text(view.more, note, close),
        view.sections.length > 0 && label(t.sections, bold, apart, ruled),
        view.sections.map((section) => text(section, tight)),
        text(view.kept, note, apart),
        view.gone.length > 0 && notice('warning', [label(t.gone, bold), view.gone.map((name) => text(name, tight))]),
      ]
    : [header(t), text(t.none, close)],
  actions: [
    view.mayAdopt && act(t.adopt, 'settings.adopt', { version: view.version, ...readFirst }, primary),
    act(t.later, 'todo.show'),
    act(t.back, 'settings.show'),
  ],
}));
