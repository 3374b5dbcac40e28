export { texts } from '../adapters/texts/texts.ts';
export type { Texts } from '../ports/texts.ts';
