import { unopenedRounds } from '../../model/round/opening.ts';
import type { Ask } from '../../pipeline/page.ts';

/** A card has room for so many buttons. */
const most = 2;

/** Buttons from the dates of one round to those of others that are still to be opened. */
export async function otherSheets({ turn, texts, viewer, params }: Ask<{ round: string }>) {
  return (await unopenedRounds(turn, viewer.at))
    .filter(({ id }) => id !== params.round)
    .slice(0, most)
    .map(({ id, name }) => ({ round: id, title: texts.t('words.milestones.sheet.openFor', { name }) }));
}
