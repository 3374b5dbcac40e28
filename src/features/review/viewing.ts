import type { Tone } from '../../../cards/kit/kit.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { maySee } from '../../domain/policy/dossier.ts';
import { asReadBy, type Withheld } from '../../model/dossier/as-read-by.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Reviewed, reviewed } from './reviewed.ts';

/** The dossier as this viewer may read it; undefined in a channel, for other people, and once the candidate is erased from the roster. */
export async function seenDossier(
  turn: Turn,
  viewer: Viewer,
  id: string,
): Promise<{ actor: Actor; dossier: Reviewed & Withheld } | undefined> {
  const actor = actorOf(viewer);
  if (actor === undefined) return undefined;
  try {
    const dossier = await reviewed(turn, id);
    return maySee(actor, dossier.facts) ? { actor, dossier: asReadBy(actor, dossier) } : undefined;
  } catch (error) {
    // A posted card is redrawn whatever became of its record.
    if (error instanceof CodedError && error.code === 'NOTHING_TO_SHOW') return undefined;
    throw error;
  }
}

export const momentOf = (texts: Texts, iso: string, zone: string): string =>
  texts.t('words.at', { at: instantOf(iso, zone) });

interface Whose {
  readonly kind: 'person' | 'department';
  readonly title: string;
  readonly departmentName: string;
}
/** "Chuyên viên, Phòng Tư vấn – Giới thiệu việc làm"; a department's own name stands above already. */
export const detailOf = (texts: Texts, { kind, title, departmentName }: Whose): string =>
  kind === 'department'
    ? texts.t('words.collectiveDossier')
    : [title, departmentName].filter((part) => part !== '').join(', ');

export const opinionTones = { agree: 'good', disagree: 'attention', overdue: 'warning' } as const satisfies Record<
  string,
  Tone
>;
