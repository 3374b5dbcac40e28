import { joinCards } from '../../../cards/kit/joined.ts';
import { morningCard } from '../../../cards/reminders/morning.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { addressing } from '../../model/people/addressee.ts';
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
      const { turn, viewer, texts, params, banner } = ask;
      if (viewer.person === undefined) return null;
      const opening = {
        unitName: turn.plan.unit.name,
        day: formatIsoDate(params.day),
        addressee: addressing(texts, viewer.person.data).addressee,
      };
      return {
        card: joinCards(
          morningCard(texts, opening, banner),
          parts.map(({ card }) => card),
        ),
        summary: parts.map(({ summary }) => summary).join(' · '),
      };
    },
  });
