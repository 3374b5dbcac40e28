import { act, asked, bare, bold, close, defineCard, header, listInput, primary, text, textInput } from '../kit/kit.ts';

export interface EvidenceLinkView {
  readonly round: string;
  readonly candidate: string;
  readonly name: string;
  readonly url: string;
  readonly linkName: string;
  readonly criterion: string;
  readonly criteria: readonly Choice[];
}
interface Choice {
  readonly title: string;
  readonly value: string;
}

export const evidenceLinkCard = defineCard('nomination.evidence-link', (t, view: EvidenceLinkView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      text(view.name, bold, close),
      text(t.what),
      textInput('url', asked(t, 'url'), { value: view.url, maxLength: 2000, placeholder: 'https://', style: 'Url' }),
      textInput('name', asked(t, 'linkName'), { value: view.linkName, maxLength: 200, placeholder: t.linkNameHint }),
      listInput('criterion', asked(t, 'criterion'), {
        choices: view.criteria.map((item) => ({ title: item.title, value: item.value })),
        value: view.criterion,
        placeholder: t.choose,
      }),
    ],
    actions: [
      act(t.save, 'evidence.add', { round, candidate, typed: 'yes' }, primary),
      act(t.back, 'evidence.list', { round, candidate }, bare),
    ],
  };
});
