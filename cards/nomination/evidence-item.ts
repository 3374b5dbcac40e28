import {
  act,
  asked,
  bare,
  bold,
  close,
  defineCard,
  destructive,
  header,
  listInput,
  note,
  openUrl,
  pair,
  text,
  tight,
} from '../kit/kit.ts';

export interface EvidenceItemView {
  readonly round: string;
  readonly candidate: string;
  readonly evidence: string;
  readonly name: string;
  readonly about: string;
  readonly who: string;
  readonly criterionName: string;
  readonly criterion: string;
  readonly criteria: readonly Choice[];
  readonly url: string;
  readonly address: string;
  readonly isFile: boolean;
  readonly isLink: boolean;
  readonly isWritable: boolean;
}
interface Choice {
  readonly title: string;
  readonly value: string;
}

export const evidenceItemCard = defineCard('nomination.evidence-item', (t, view: EvidenceItemView) => {
  const { round, candidate, evidence } = view;
  return {
    body: [
      header(t),
      text(view.name, bold, close),
      text(view.about, note, tight),
      text(view.who, note, tight),
      view.isLink && text(view.address, note, close),
      pair(text(t.criterion, note), view.criterionName),
      view.isFile && text(t.minutes, note),
      view.isWritable &&
        listInput('criterion', asked(t, 'move'), {
          choices: view.criteria.map((item) => ({ title: item.title, value: item.value })),
          value: view.criterion,
          placeholder: t.choose,
        }),
    ],
    actions: [
      view.isFile && openUrl(t.openFile, view.url),
      view.isLink && openUrl(t.openLink, view.url),
      view.isWritable && act(t.save, 'evidence.add', { round, candidate, evidence }),
      view.isWritable && act(t.remove, 'evidence.remove', { round, candidate, evidence }, destructive, bare),
      act(t.back, 'evidence.list', { round, candidate }, bare),
    ],
  };
});
