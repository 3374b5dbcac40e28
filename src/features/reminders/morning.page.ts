import { joinCards } from '../../../cards/kit/joined.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import { type Composed, definePage } from '../../pipeline/page.ts';
import { remindersDay } from './refs.ts';

/** All that falls due for one person on one morning, as one card; a single matter is its own card. @param sources of every capability */
export const morningPage = (sources: () => readonly MorningSource[]) =>
  definePage({
    name: remindersDay,
    compose: async (ask) => {
      const parts: Composed[] = [];
      for (const { part } of [...sources()].sort((a, b) => a.order - b.order)) {
        const composed = await part(ask);
        if (composed !== null) parts.push(composed);
      }
      const [first, ...more] = parts;
      if (first === undefined) return null;
      if (more.length === 0) return first;
      return {
        card: joinCards(parts.map(({ card }) => card)),
        summary: parts.map(({ summary }) => summary).join(' · '),
      };
    },
  });
