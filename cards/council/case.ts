import {
  act,
  asked,
  bare,
  bold,
  byId,
  choiceInput,
  close,
  defineCard,
  header,
  medium,
  note,
  notice,
  pair,
  primary,
  readFirst,
  row,
  subtle,
  type Tone,
  text,
  textInput,
  tight,
  wide,
} from '../kit/kit.ts';
import type { Choice } from './views.ts';

export interface CaseView {
  readonly session: string;
  readonly sessionRev: number;
  readonly candidate: string;
  readonly rev: number;
  readonly number: number;
  readonly position: number;
  readonly count: number;
  readonly name: string;
  readonly about: string;
  readonly proposed: string;
  readonly voters: string;
  readonly rule: string;
  readonly result: string;
  readonly hasResult: boolean;
  readonly tone: Tone;
  readonly gate: string;
  readonly hasGate: boolean;
  readonly levels: readonly Choice[];
  readonly level: string;
  readonly agree: string;
  readonly disagree: string;
  readonly note: string;
  readonly asksOutstanding: boolean;
  readonly outstandingLabel: string;
  readonly outstanding: string;
  readonly round: string;
  readonly opinion: string;
  /** Why the council looks at it again. */
  readonly again: readonly { readonly text: string }[];
  /** The next candidate without figures, once this one has some; empty otherwise. */
  readonly next: string;
  readonly mayDrop: boolean;
}

const votes = { maxLength: 5 } as const;

export const caseCard = defineCard('council.case', (t, view: CaseView) => {
  const { session, candidate, rev, sessionRev } = view;
  return {
    body: [
      header(t),
      text(view.name, bold, medium),
      text(view.about, subtle, tight),
      pair(text(t.opinion, note), view.opinion),
      view.again.map((item) => notice('warning', [text(item.text)])),
      text(view.proposed, close),
      text(view.voters, tight),
      text(view.rule, note, tight),
      view.hasGate && notice('accent', [text(view.gate)]),
      view.hasResult && notice(view.tone, [text(view.result)]),
      choiceInput('level', asked(t, 'level'), { choices: byId(view.levels), value: view.level }),
      row([
        wide([textInput('agree', asked(t, 'agree'), { value: view.agree, ...votes })]),
        wide([textInput('disagree', asked(t, 'disagree'), { value: view.disagree, ...votes })]),
      ]),
      view.asksOutstanding &&
        choiceInput(
          'outstanding',
          { label: view.outstandingLabel, errorMessage: t.outstandingError },
          {
            choices: [
              { title: t.isOutstanding, value: 'true' },
              { title: t.isNotOutstanding, value: 'false' },
            ],
            value: view.outstanding,
          },
        ),
      textInput('note', asked(t, 'note'), { value: view.note, maxLength: 1000, isMultiline: true }),
    ],
    actions: [
      act(t.save, 'council.save', { session, candidate, rev, ...readFirst }, primary),
      view.next !== '' && act(t.next, 'council.case', { session, candidate: view.next }, bare),
      act(t.read, 'dossier.read', { round: view.round, candidate, from: `case:${session}` }, bare),
      view.mayDrop && act(t.drop, 'council.drop', { session, candidate, rev: sessionRev }, bare),
      act(t.back, 'council.session', { session }, bare),
    ],
  };
});
