import type { Element, RichTextBlock, TextBlock } from './elements.ts';
import { accent, bold, large, type Place, type Styles, small, tight } from './styles.ts';
import { label, text } from './text.ts';

/** The first two lines of a card: where we are, and what this is. Our own words. */
export const header = ({ eyebrow, heading }: { eyebrow: string; heading: string }): TextBlock[] => [
  label(eyebrow, small, bold, accent, tight),
  { ...label(heading, large, bold, tight), style: 'heading' },
];

/** Whom the message is for: a message of several parts shows it once. */
export const greeting = (words: string, ...styles: Styles<Place>): RichTextBlock => ({
  ...text(words, ...styles),
  id: 'greeting',
});
export const isHeading = (element: Element): element is TextBlock =>
  element.type === 'TextBlock' && element.style === 'heading';
export const isGreeting = (element: Element): boolean => 'id' in element && element.id === 'greeting';
