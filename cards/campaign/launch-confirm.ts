import { checkPart } from '../grounds.ts';
import {
  act,
  apart,
  bold,
  close,
  column,
  defineCard,
  header,
  note,
  notice,
  primary,
  row,
  ruled,
  stack,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface LaunchConfirmView {
  readonly document: string;
  readonly isSample: boolean;
  /** What the messages name that nobody has checked yet; empty when there is nothing. */
  readonly toCheck: string;
  readonly audience: string;
  readonly channelLine: string;
  readonly previews: readonly Preview[];
  readonly number: string;
  readonly issuedOn: string;
  readonly formId: string;
  /** The round that opens with the launch; null = none does. */
  readonly opening: { readonly name: string; readonly deadline: string; readonly milestones: string } | null;
  /** The round that could. */
  readonly offered: { readonly round: string; readonly name: string } | null;
  readonly round: string;
}
interface Preview {
  readonly who: string;
  readonly greeting: string;
  readonly intro: string;
  readonly ask: string;
  readonly duties: readonly Duty[];
}
interface Duty {
  readonly mark: string;
  readonly text: string;
}

export const launchConfirmCard = defineCard('campaign.launch-confirm', (t, view: LaunchConfirmView) => {
  const { number, issuedOn, formId, opening, offered } = view;
  const form = { formId, number, issuedOn };
  return {
    body: [
      header(t),
      stack([text(t.documentLabel, note, tight), text(view.document, tight)], close),
      view.isSample && notice('warning', [text(t.sample)], close),
      checkPart(view.toCheck),
      stack([text(t.audienceLabel, note, tight), text(view.audience, tight)], close),
      text(view.channelLine, close),
      opening !== null &&
        stack(
          [
            text(t.openingLabel, note, tight),
            text(opening.name, bold, tight),
            text(opening.deadline, tight),
            text(opening.milestones, note, tight),
            text(t.openingNote, note),
          ],
          close,
        ),
      text(t.previewHeading, bold, apart, ruled),
      view.previews.map((item) =>
        notice(
          'emphasis',
          [
            text(item.who, note),
            text(item.greeting, close),
            text(item.intro),
            text(item.ask),
            item.duties.map((inner) =>
              row([column('28px', [text(inner.mark, bold)]), wide([text(inner.text)])], close),
            ),
          ],
          close,
        ),
      ),
    ],
    actions: [
      opening === null
        ? act(t.launch, 'announce.launch', { ...form, confirm: 'yes' }, primary)
        : act(t.launchAndOpen, 'announce.launch', { ...form, round: view.round, confirm: 'yes' }, primary),
      offered !== null && act(t.along, 'announce.launch', { ...form, round: offered.round }),
      opening !== null && act(t.alone, 'announce.launch', form),
      act(t.back, 'announce.prepare', { number, issuedOn }),
    ],
  };
});
