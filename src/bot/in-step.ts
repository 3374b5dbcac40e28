import type { DateTime } from 'luxon';
import type { Turn } from '../pipeline/turn.ts';
import { stamp } from '../ports/commit.ts';
import { put, remove } from '../ports/documents.ts';
import type { Shown } from '../ports/pages.ts';
import type { Change } from '../ports/store.ts';
import type { PageRef } from '../records/message.ts';
import { mirrorId, mirrorRecord } from '../records/mirror.ts';
import type { Incoming } from './incoming.ts';

export interface Posted {
  readonly incoming: Incoming;
  readonly owner: string;
  /** The message that now shows the page. */
  readonly activityId: string;
  readonly page: PageRef;
  readonly shown: Shown;
  readonly composedAt: DateTime;
  /** The delivery that posted the message, where the click has told it. */
  readonly delivery: string | undefined;
  /** The service still holds what the message showed before: it must be updated. */
  readonly outdated: boolean;
}

/** The update takes away the sentence above the card (what was just done): leave time to read it. */
const readingTime = { seconds: 5 };

/**
 * From now on the message is kept in step with what it shows, or no longer, when it shows a form. What shows nothing that changes is drawn
 * once where the service holds another page still: after a reload that one would stand there again, and say what is no longer so.
 */
export async function inStep(turn: Turn, posted: Posted): Promise<Change[]> {
  const { incoming, activityId, shown } = posted;
  if (!incoming.personal || activityId === '') return [];
  const id = mirrorId(incoming.conversationId, activityId);
  const known = await turn.get(mirrorRecord, id);
  const { subject, asks } = shown;
  if (asks || (subject === '' && !posted.outdated)) return known === undefined ? [] : [remove(known)];
  const mirror = {
    subject,
    to: posted.owner,
    conversationId: incoming.conversationId,
    activityId,
    show: posted.page,
    delivery: posted.delivery ?? known?.data.delivery ?? '',
    updatedAt: stamp(posted.composedAt),
    dueAt: posted.outdated ? stamp(posted.composedAt.plus(readingTime)) : null,
  };
  return [put(mirrorRecord, { ...turn.scope, id }, known, mirror)];
}
