import { oweRefresh } from '../../delivery/owe/owe.ts';
import { forgetBytes } from '../../model/dossier/evidence-bytes.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { decode, remove, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentRecord } from '../../records/assessment.ts';
import { type Destruction, destructionRecord } from '../../records/destruction.ts';
import { type Evidence, evidenceRecord } from '../../records/evidence.ts';
import { extensionRecord } from '../../records/extension.ts';
import { byRound } from '../../records/fields.ts';
import { formerOpinionRecord } from '../../records/former-opinion.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { paperDossierRecord } from '../../records/paper-dossier.ts';
import type { Loaded, RecordType } from '../../records/record.ts';

/** With the record itself, its event and what figures ask of each candidate (two changes, the first time), within what one commit takes. */
const stepSize = 30;

interface Step {
  readonly changes: readonly Change[];
  readonly n: number;
  /** Where this part goes on; null when nothing is left of it. */
  readonly next: string | null;
  /** Evidence of which the bytes go too, once the step is written. */
  readonly pieces?: readonly Loaded<Evidence>[];
}
type Part = (turn: Turn, destruction: Destruction) => Promise<Step>;

async function page<T>(turn: Turn, type: RecordType<T>, { round, after }: Destruction) {
  const { items, next } = await turn.store.query({
    ...{ unit: turn.scope.unit, type: type.type, where: byRound(round), limit: stepSize },
    ...(after === '' ? {} : { after }),
  });
  return { found: items.map((item) => decode(type, item)), next: next ?? null };
}

/** All records of one type, from the first again as long as there are any. */
const removed =
  <T>(type: RecordType<T>): Part =>
  async (turn, destruction) => {
    const { found } = await page(turn, type, { ...destruction, after: '' });
    return { changes: found.map(remove), n: found.length, next: found.length === 0 ? null : '' };
  };

const evidence: Part = async (turn, destruction) => {
  const { found } = await page(turn, evidenceRecord, { ...destruction, after: '' });
  return { changes: found.map(remove), n: found.length, next: found.length === 0 ? null : '', pieces: found };
};

/** That there was a dossier, where it ended and by which decision stays; what was written about the candidate goes. */
const texts: Part = async (turn, destruction) => {
  const { found, next } = await page(turn, nominationRecord, destruction);
  const full = found.filter(({ data }) => data.destroyedOn === undefined);
  return {
    changes: full.map((one) => replace(nominationRecord, one, emptied(one.data, dayOf(turn)))),
    n: full.length,
    next,
  };
};

const bare = <T extends { readonly reason: string } | null>(said: T): T =>
  said === null ? said : { ...said, reason: '' };

const emptied = (data: Nomination, destroyedOn: string): Nomination => ({
  ...data,
  proposal: bare(data.proposal),
  late: bare(data.late),
  opinion: bare(data.opinion),
  returned: bare(data.returned),
  hold: bare(data.hold),
  accepted: data.accepted && { ...data.accepted, lateReason: '' },
  council: data.council && { ...data.council, note: '' },
  declineReason: '',
  ...(data.summary === undefined ? {} : { summary: '' }),
  destroyedOn,
});

/** By name, in order: files first. */
const parts: readonly (readonly [name: string, part: Part])[] = [
  ['evidence', evidence],
  ['assessments', removed(assessmentRecord)],
  ['papers', removed(paperDossierRecord)],
  ['former', removed(formerOpinionRecord)],
  ['extensions', removed(extensionRecord)],
  ['texts', texts],
];
export const firstPart = parts[0]?.[0] ?? '';

/** One step of it, and how far it has come, in one transaction: a crash repeats nothing and leaves nothing out. */
export async function destroyStep(turn: Turn, due: Loaded<Destruction>): Promise<void> {
  const { data } = due;
  if (data.dueAt === null) return;
  const at = Math.max(
    0,
    parts.findIndex(([name]) => name === data.part),
  );
  const [name = '', part] = parts[at] ?? [];
  if (part === undefined) return;
  const step = await part(turn, data);
  const following = step.next === null ? at + 1 : at;
  const endedAt = following < parts.length ? null : stamp(turn.at);
  const next: Destruction = {
    ...data,
    part: parts[following]?.[0] ?? name,
    after: step.next ?? '',
    destroyed: data.destroyed + step.n,
    dueAt: endedAt === null ? data.dueAt : null,
    endedAt,
  };
  const changes = [
    ...step.changes,
    replace(destructionRecord, due, next),
    ...(endedAt === null ? [] : [oweRefresh(turn.scope, turn.at, due.id, due.rev + 1)]),
  ];
  if (step.n === 0 && endedAt === null) turn.ride(changes);
  else
    turn.commit({ command: 'retention.destroyed', subject: due.id, facts: { part: name, n: String(step.n) }, changes });
  for (const piece of step.pieces ?? [])
    await forgetBytes(turn, { round: data.round, candidate: piece.data.candidate.id }, piece);
}
