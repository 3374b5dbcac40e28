import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { remove, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { type SentFile, sentFileRecord, sentFilesOf } from '../../records/sent-file.ts';
import { writeRefusals } from './file-refusals.ts';
import { evidenceSort } from './refs.ts';

/** In one word to a person; what is left goes with the next. With the rest it stays within what a commit takes. */
const mostTold = 60;

/**
 * The file as it is now, and once none of the sender's waits for its first try one word about all that are in or refused: their records are
 * done with then.
 */
export async function settled(turn: Turn, due: Loaded<SentFile>, after: SentFile): Promise<Change[]> {
  const { round, candidate, by } = after;
  const all = await turn.list(sentFileRecord, sentFilesOf(round, candidate.id));
  const others = all.filter(({ id, data }) => id !== due.id && data.by === by);
  const over = others.filter(({ data }) => data.dueAt === null).slice(0, mostTold);
  const isOver = after.dueAt === null;
  const untried = others.some(({ data }) => data.dueAt !== null && data.attempts === 0);
  const subject = nominationId(round, candidate.id);
  const shown = oweRefresh(turn.scope, turn.at, subject, turn.newId());
  if (untried || (over.length === 0 && !isOver)) return [replace(sentFileRecord, due, after), shown];
  const told = [...over.map(({ data }) => data), ...(isOver ? [after] : [])].sort(
    (a, b) => Number(a.at > b.at) - Number(a.at < b.at) || a.place - b.place,
  );
  const show = evidenceSort.ref({
    ...{ round, candidate: candidate.id },
    files: told.flatMap(({ evidence }) => (evidence === '' ? [] : evidence)).join(' '),
    refused: writeRefusals(told.flatMap(({ refused }) => refused ?? [])),
  });
  return [
    // Told once, as the records go with it; the same file may be sent again another day.
    owe(turn.scope, turn.at, {
      to: by,
      kind: 'evidence.received',
      show,
      subject: turn.newId(),
      rev: 1,
      cause: subject,
      urgent: true,
    }),
    ...over.map(remove),
    isOver ? remove(due) : replace(sentFileRecord, due, after),
    shown,
  ];
}
