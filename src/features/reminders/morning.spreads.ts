import { DateTime } from 'luxon';
import { morningOf } from '../../domain/calendar/morning.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { morningMessage, morningSendings } from '../../model/sending/morning.ts';
import { inPosts } from '../../pipeline/acting.ts';
import type { PageDef } from '../../pipeline/page.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';

/** The messages of a morning as one sending: owed one by one by whatever finds something due, and sent once more as it then stands. */
const morning = (page: PageDef): SpreadDef => ({
  kind: morningSendings.morning,
  sending: {
    name: async (_turn, texts, { params }) =>
      texts.t('words.sendings.name.morning', { day: formatIsoDate(params.day ?? '') }),
    over: async (turn, { params, at }) =>
      at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd') > (params.day ?? '') ? 'day' : undefined,
  },
  owes: async (turn, { params, at }, person) => {
    const { day = '' } = params;
    const { locale } = person.data;
    const viewer = { unit: turn.scope.unit, owner: person.id, person: await inPosts(turn, person), locale, at };
    const asked = { turn, viewer, texts: turn.texts(locale), params: { day } };
    const left = await page.compose({ ...asked, banner: undefined, typed: undefined, redraw: false });
    if (left === null) return undefined;
    return morningMessage(person.id, morningOf(DateTime.fromISO(day, { zone: turn.plan.zone }), turn.plan));
  },
});

/** What was found once a person's message of the morning had been composed: each of its own matter, and worth its day. */
const later: SpreadDef = {
  kind: morningSendings.later,
  sending: {
    name: async (_turn, texts, { params }) =>
      texts.t('words.sendings.name.later', { day: formatIsoDate(params.day ?? '') }),
    over: async () => 'day',
  },
  owes: async () => undefined,
};

/** @param page of a person's morning */
export const morningSpreads = (page: PageDef): readonly SpreadDef[] => [morning(page), later];
