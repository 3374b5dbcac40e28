import { mostLetters } from '../../../cards/kit/fitted.ts';
import { headingOf, joinCards } from '../../../cards/kit/joined.ts';
import { foldedCard } from '../../../cards/reminders/folded.ts';
import { morningCard } from '../../../cards/reminders/morning.ts';
import { stampCard } from '../../delivery/send/stamp-card.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { addressing } from '../../model/people/addressee.ts';
import { morningKind, reminderSubject } from '../../model/sending/morning.ts';
import { remindersDay } from '../../model/sending/refs.ts';
import { readSections, writeSections } from '../../model/sending/sections.ts';
import { dueOn, type MorningSource } from '../../pipeline/morning.ts';
import { type Ask, type Composed, definePage } from '../../pipeline/page.ts';
import type { Card } from '../../ports/messenger.ts';
import type { Texts } from '../../ports/texts.ts';
import { deliveryId, type PageRef } from '../../records/message.ts';

interface Part {
  readonly told: PageRef;
  readonly source: MorningSource;
  readonly composed: Composed;
}

/** All that falls due for one person on one morning, as one card; a single matter is its own card, and kept in step as that. @param sources of every capability */
export const morningPage = (sources: () => readonly MorningSource[]) =>
  definePage({
    name: remindersDay,
    compose: async (ask) => {
      const { turn, viewer, texts, params, banner, redraw } = ask;
      const { person, at } = viewer;
      if (person === undefined) return null;
      const { day } = params;
      const asked = readSections(redraw ? params.told : params.only);
      const due = asked.length > 0 ? asked : await dueOn(turn, sources(), { person, at, day });
      const parts = await partsOf(ask, sources(), due);
      const [first, ...more] = parts;
      if (first === undefined) return null;
      const said = {
        ...Object.assign({}, ...parts.map(({ composed }) => composed.said)),
        told: writeSections(parts.map(({ told }) => told)),
      };
      if (more.length === 0)
        return { ...first.composed, subject: first.source.page.subject(first.told.params, viewer), said };
      const opening = {
        unitName: turn.plan.unit.name,
        day: formatIsoDate(day),
        addressee: addressing(turn, texts, person.data).addressee,
      };
      return {
        card: fitted(texts, morningCard(texts, opening, banner), { parts, to: person.id, day }),
        summary: parts.map(({ composed }) => composed.summary).join(' · '),
        said,
      };
    },
  });

async function partsOf(ask: Ask<unknown>, sources: readonly MorningSource[], due: readonly PageRef[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const told of due) {
    const source = sources.find(({ page: { page } }) => page === told.page);
    const composed = await source?.page.compose({ ...ask, params: told.params });
    if (source !== undefined && composed) parts.push({ told, source, composed });
  }
  return parts;
}

/** The first sections whole, as far as the message has room; of the others what they say in a line, and the button that leads to it. */
function fitted(
  texts: Texts,
  opening: Card,
  { parts, to, day }: { readonly parts: readonly Part[]; readonly to: string; readonly day: string },
): Card {
  const delivery = deliveryId(reminderSubject(day), 1, morningKind, to);
  const fits = (card: Card): boolean => JSON.stringify(stampCard(card, delivery)).length <= mostLetters;
  const sections = parts.map(({ source, composed }) =>
    foldedCard(texts, { heading: headingOf(composed.card), summary: composed.summary, command: source.command }),
  );
  for (const [i, { composed }] of parts.entries()) {
    const folded = sections[i];
    sections[i] = composed.card;
    if (folded !== undefined && !fits(joinCards(opening, sections))) sections[i] = folded;
  }
  return joinCards(opening, sections);
}
