import type { Leave } from '../../domain/people/typed-leave.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { positionOf } from '../../model/people/people.ts';
import { standsInFor } from '../../model/people/stands-in.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** "từ ngày 20/11/2026 đến hết ngày 05/12/2026" */
export const leaveWords = (texts: Texts, { from, to }: Leave): string =>
  to === null
    ? texts.t('words.leave.open', { from: formatIsoDate(from) })
    : texts.t(from === to ? 'words.leave.day' : 'words.leave.period', {
        from: formatIsoDate(from),
        to: formatIsoDate(to),
      });

/** Who stands in meanwhile, what of, and what is to be done where nobody does. */
export async function standInWords(
  turn: Turn,
  texts: Texts,
  { person, from }: { person: Loaded<Person>; from: string },
): Promise<string> {
  const opiners = await standsInFor(turn, person, from);
  if (opiners === undefined) return texts.t('words.leave.standIn.notNeeded');
  return opiners.acts === null || opiners.acts === person.id
    ? texts.t('words.leave.standIn.nobody')
    : texts.t('words.leave.standIn.acts', { who: await positionOf(turn, opiners.acts) });
}
