import { oweRefresh } from '../../../delivery/owe/owe.ts';
import { forgetBytes } from '../../../model/dossier/evidence-bytes.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { stamp } from '../../../ports/commit.ts';
import { replace } from '../../../ports/documents.ts';
import { type Erasure, erasureRecord } from '../../../records/erasure.ts';
import type { Loaded } from '../../../records/record.ts';
import { whoseOf } from '../whose.ts';
import { forgetCards } from './cards.ts';
import { forgetUnsent } from './dossiers.ts';
import { emptyMessages } from './messages.ts';
import { namedIn, paperTypes } from './named.ts';
import type { Part } from './part.ts';
import { emptyPerson } from './person.ts';
import { forgetSaid } from './said.ts';

/** By name, in order. What is found by another record goes before it: cards by the address, everything by the row of the roster. */
const parts: readonly (readonly [name: string, part: Part])[] = [
  ...paperTypes.map((type) => [`named.${type}`, namedIn(type)] as const),
  ['messages', emptyMessages],
  ['cards', forgetCards],
  ['dossiers', forgetUnsent],
  ['said', forgetSaid],
  ['person', emptyPerson],
];
export const firstPart = parts[0]?.[0] ?? '';
const afterNamed = paperTypes.length;

/**
 * One step of an erasure, and how far it has come, in one transaction, so that a crash repeats nothing and leaves nothing out. A part whose name
 * nobody knows any more is begun from the first: what is erased already is not found again.
 */
export async function eraseStep(turn: Turn, erasure: Loaded<Erasure>): Promise<void> {
  const { data } = erasure;
  if (data.dueAt === null) return;
  const at = Math.max(
    0,
    parts.findIndex(([name]) => name === data.part),
  );
  const [name = '', part] = parts[at] ?? [];
  if (part === undefined) return;
  const step = await part(turn, await whoseOf(turn, data.person), data);
  const isNamed = data.isNamed || step.isNamed === true;
  const following = step.next === null ? (step.isNamed === true ? afterNamed : at + 1) : at;
  const now = turn.clock.now();
  const endedAt = following < parts.length ? null : stamp(now);
  const next: Erasure = {
    ...data,
    part: parts[following]?.[0] ?? name,
    after: step.next ?? '',
    isNamed,
    erased: data.erased + step.n,
    dueAt: endedAt === null ? data.dueAt : null,
    endedAt,
  };
  const changes = [
    ...step.changes,
    replace(erasureRecord, erasure, next),
    ...(endedAt === null ? [] : [oweRefresh(turn.scope, now, erasure.id, erasure.rev + 1)]),
  ];
  // Of a step that has only looked there is nothing to tell.
  if (step.n === 0 && endedAt === null) turn.ride(changes);
  else
    turn.commit({ command: 'privacy.erased', subject: data.person, facts: { part: name, n: String(step.n) }, changes });
  for (const { round, piece } of step.pieces ?? []) await forgetBytes(turn, { round, candidate: data.person }, piece);
}
