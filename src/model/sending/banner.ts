import { DateTime } from 'luxon';
import type { Turn } from '../../pipeline/turn.ts';
import type { Banner } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { countHeld, unsettledRestorations } from './held-back.ts';
import { outageBanner } from './outage.ts';

/** What stands above pages about sending while nothing goes out, or while messages are held back until the office chooses. */
export const sendingBanner = async (turn: Turn, texts: Texts): Promise<Banner | undefined> =>
  (await outageBanner(turn, texts)) ?? (await heldBanner(turn, texts));

async function heldBanner(turn: Turn, texts: Texts): Promise<Banner | undefined> {
  const open = (await unsettledRestorations(turn)).findLast(({ data }) => data.choice === 'open');
  const n = open === undefined ? 0 : await countHeld(turn, open.id);
  if (open === undefined || n === 0) return undefined;
  const taken = DateTime.fromISO(open.data.takenAt, { zone: turn.plan.zone });
  return { tone: 'warning', text: texts.t('words.restoration.banner', { n, taken }) };
}
