import { presenceOn } from '../../domain/people/presence.ts';
import { type Assignment, heldBy, type Opiners, opinersOf as ruled } from '../../domain/policy/acting.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { leadsUnit } from '../../domain/policy/posts.ts';
import { mayReview, opinesForUnit, opinionPost } from '../../domain/policy/review.ts';
import { assignmentsOf } from '../../pipeline/acting.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationRecord, waitFrom, waits, waitsIn } from '../../records/nomination.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { everOfficers } from '../people/people.ts';

interface Asked extends Pick<Nomination, 'candidate' | 'departmentId' | 'state'> {
  readonly snapshot: { readonly reviewerId: string | null } | null;
}

const nobody: Opiners = { acts: null, inPlaceOf: null, may: [], told: [] };

/**
 * Who gives the opinion on a dossier today, by the rule of who acts; nobody, unless it waits for one. Most are for a head who is there: then
 * nobody else is read.
 */
export async function opinersOf(turn: Turn, { candidate, departmentId, snapshot, state }: Asked): Promise<Opiners> {
  const reviewerId = snapshot?.reviewerId ?? null;
  if (reviewerId === null || state !== 'submitted') return nobody;
  const reviewer = await turn.get(personRecord, reviewerId);
  const assignments = await assignmentsOf(turn);
  if (isInPost(turn, reviewer, { departmentId, assignments }))
    return { ...nobody, acts: reviewerId, may: [reviewerId] };
  const who = candidate.kind === 'person' ? await turn.get(personRecord, candidate.id) : undefined;
  const wanted = opinionPost(candidate.kind, who?.data.roles ?? []);
  const people = await present(turn, reviewer);
  return ruled({ reviewerId, candidate: { ...candidate, departmentId }, wanted }, { people, assignments });
}

/** At work, in the post for which they were asked, and nobody was given it: there is nothing to look for. */
function isInPost(
  turn: Turn,
  reviewer: Loaded<Person> | undefined,
  { departmentId, assignments }: { departmentId: string; assignments: readonly Assignment[] },
): boolean {
  if (reviewer === undefined || presenceOn(reviewer.data, dayOf(turn)) !== 'active') return false;
  const isGiven = assignments.some((given) => given.of === reviewer.id || given.departmentId === departmentId);
  return !isGiven && heldBy(asActor(reviewer), departmentId) !== undefined;
}

interface Waited {
  readonly reviewer: string;
  readonly departmentId: string;
}

/** Of these, who is away, has lost the post, or whose post was given to another. */
async function replaced(turn: Turn, waited: readonly Waited[]): Promise<Waited[]> {
  const assignments = await assignmentsOf(turn);
  const ids = waited.map(({ reviewer }) => reviewer).filter((id) => id !== '');
  const people = await turn.getMany(personRecord, ids);
  return waited.filter(
    ({ reviewer, departmentId }) =>
      reviewer !== '' && !isInPost(turn, people.get(reviewer), { departmentId, assignments }),
  );
}

/** Who is waited for in a round, of which departments; counted from the index. */
async function waitedFor(turn: Turn, round: string): Promise<Waited[]> {
  return [...(await turn.countBy(nominationRecord, waits, waitsIn(round, 'submitted'))).keys()].map(waitFrom);
}

/** Those who are waited for in a round and are not there in their post. */
export const reviewersReplaced = async (turn: Turn, round: string): Promise<string[]> => [
  ...new Set((await replaced(turn, await waitedFor(turn, round))).map(({ reviewer }) => reviewer)),
];

/** Those in whose place this person may have to give opinions in a round, or had to; for each dossier `opinersOf` decides. */
export async function reviewersActedFor(turn: Turn, round: string, actor: Actor): Promise<string[]> {
  if (!mayReview(actor)) return [];
  const [waited, assignments] = await Promise.all([waitedFor(turn, round), assignmentsOf(turn)]);
  const given = assignments.filter(({ to }) => to === actor.id).map(({ departmentId }) => departmentId);
  const ofUnit = leadsUnit(actor) || opinesForUnit(actor);
  const near = new Set([actor.departmentId, ...given]);
  const found = await Promise.all(
    ofUnit
      ? [turn.list(personRecord, personBy.officer(true))]
      : [...near].map((departmentId) => turn.list(personRecord, personBy.department(departmentId))),
  );
  const posts = found
    .flat()
    .map(asActor)
    .filter((person) => heldBy(person, person.departmentId) !== undefined)
    .map(({ id, departmentId }) => ({ reviewer: id, departmentId }));
  const others = [...waited, ...posts].filter(
    ({ reviewer, departmentId }) => reviewer !== actor.id && (ofUnit || near.has(departmentId)),
  );
  return [...new Set((await replaced(turn, others)).map(({ reviewer }) => reviewer))];
}

/** Everyone who may have a part in it; whoever was asked may hold no post any more. */
async function present(turn: Turn, reviewer: Loaded<Person> | undefined) {
  const officers = await everOfficers(turn);
  const isMissing = reviewer !== undefined && !officers.some(({ id }) => id === reviewer.id);
  return [...officers, ...(isMissing ? [reviewer] : [])].map((person) => ({
    ...asActor(person),
    presence: presenceOn(person.data, dayOf(turn)),
  }));
}

/** As the rules of a dossier ask: who may give the opinion while it is waited for; later whoever was asked, and whoever acted. */
export async function opinerIds(turn: Turn, nomination: Nomination): Promise<readonly string[]> {
  if (nomination.state === 'submitted') return (await opinersOf(turn, nomination)).may;
  const { snapshot, opinion, returned } = nomination;
  return [snapshot?.reviewerId ?? '', opinion?.by ?? '', returned?.by ?? ''].filter((id) => id !== '');
}
