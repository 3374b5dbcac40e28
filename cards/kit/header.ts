import type { TextBlock } from './elements.ts';
import { accent, bold, large, small, tight } from './styles.ts';
import { label } from './text.ts';

/** The first two lines of a card: where we are, and what this is. Our own words. */
export const header = ({ eyebrow, heading }: { eyebrow: string; heading: string }): TextBlock[] => [
  label(eyebrow, small, bold, accent, tight),
  { ...label(heading, large, bold, tight), style: 'heading' },
];
