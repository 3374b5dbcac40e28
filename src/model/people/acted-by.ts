import { presenceOn } from '../../domain/people/presence.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { personRecord } from '../../records/person.ts';
import { positionOf } from './people.ts';

/** Who did something, and for whom when it was in another's place: "Phó trưởng phòng Trịnh Thị Ẩn, thay Trưởng phòng Đỗ Ăn". */
export async function actedBy(
  turn: Turn,
  texts: Texts,
  { by, inPlaceOf }: { readonly by: string; readonly inPlaceOf?: string | null | undefined },
): Promise<string> {
  const who = await positionOf(turn, by);
  return inPlaceOf ? texts.t('words.acting.by', { by: who, of: await positionOf(turn, inPlaceOf) }) : who;
}

/** In whose place somebody acts today, and until when: "Trưởng phòng Đỗ Ăn (nghỉ đến 05/12/2026)". */
export async function replacedWords(turn: Turn, texts: Texts, id: string): Promise<string> {
  const who = await positionOf(turn, id);
  const person = await turn.get(personRecord, id);
  if (person === undefined || presenceOn(person.data, dayOf(turn)) !== 'onLeave') return who;
  const { statusTo } = person.data;
  return statusTo === null
    ? texts.t('words.acting.onLeave', { who })
    : texts.t('words.acting.onLeaveUntil', { who, to: formatIsoDate(statusTo) });
}
