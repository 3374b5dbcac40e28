import { act, defineCard, header, text } from '../kit/kit.ts';

// A language is called by its own name in every language.
export const languageCard = defineCard('start.language', (t) => ({
  body: [header(t), text(t.text)],
  actions: [act(t.vi, 'language.save', { locale: 'vi' }), act(t.en, 'language.save', { locale: 'en' })],
}));
