import { owe } from '../../delivery/owe/owe.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { isSent, type NominationState } from '../../domain/dossier/nomination.ts';
import type { Opiners } from '../../domain/policy/acting.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { assignmentsOf } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import type { Texts } from '../../ports/texts.ts';
import { type FormerOpinion, formerBy, formerOpinionRecord } from '../../records/former-opinion.ts';
import type { Nomination } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { actedBy } from '../people/acted-by.ts';
import { opinersOf } from './opiners.ts';
import { formerForm } from './refs.ts';
import { headFor } from './reviewer.ts';

type Whose = Pick<Nomination, 'round' | 'candidate' | 'departmentId'>;

/** What is asked of the departments of which the candidate was in this round before, the last one left first. */
async function formerOf(
  turn: Turn,
  { round, candidate, departmentId }: Whose,
): Promise<readonly Loaded<FormerOpinion>[]> {
  if (candidate.kind !== 'person') return [];
  const all = await turn.list(formerOpinionRecord, formerBy.candidate(round, candidate.id));
  return all
    .filter(({ data }) => data.departmentId !== departmentId)
    .sort((a, b) => (a.data.until < b.data.until ? 1 : -1));
}

/** Before it is sent there is nothing to say anything about, and once the council has it before it, it is too late. */
export const mayStillBeSaid = (state: NominationState): boolean =>
  isSent(state) && (['submitted', 'opined', 'accepted'] as readonly NominationState[]).includes(state);

/**
 * Who speaks for the department left today: its head, whoever stands in for them there, or was given it. Nobody for one that has none of these any
 * more, as after a merger: the director is not asked about a time that nobody else can speak of.
 */
export async function formerLeaders(turn: Turn, { candidate, departmentId }: FormerOpinion): Promise<Opiners> {
  const nobody: Opiners = { acts: null, inPlaceOf: null, may: [], told: [] };
  const reviewerId = await headFor(turn, departmentId);
  if (reviewerId === undefined) return nobody;
  const asked = { candidate, departmentId, state: 'submitted' as const, snapshot: { reviewerId } };
  const found = await opinersOf(turn, asked);
  const assignments = await assignmentsOf(turn);
  const people = await turn.getMany(personRecord, [...found.may, ...(found.acts === null ? [] : [found.acts])]);
  const isOfIt = (id: string): boolean =>
    people.get(id)?.data.departmentId === departmentId ||
    assignments.some((given) => given.to === id && given.departmentId === departmentId);
  const acts = found.acts !== null && isOfIt(found.acts) ? found.acts : null;
  return { ...found, acts, may: found.may.filter(isOfIt) };
}

/** A dossier that is sent asks those who led its candidate before, as long as they have not said anything; it waits for none of them. */
export async function askFormer(turn: Turn, before: Loaded<Nomination>, after: Nomination): Promise<Change[]> {
  const asked = await formerOf(turn, after);
  const changes = await Promise.all(
    asked.map(async ({ id, data }): Promise<Change[]> => {
      if (data.opinion !== null) return [];
      const { acts } = await formerLeaders(turn, data);
      if (acts === null || acts === after.snapshot?.reviewerId) return [];
      return [
        owe(turn.scope, turn.at, {
          ...{ subject: before.id, rev: before.rev + 1, to: acts, kind: 'former.request', urgent: true },
          show: formerForm.ref({ former: id }),
        }),
      ];
    }),
  );
  return changes.flat();
}

/** "Phòng Tư vấn (đến 15/06/2026), Trưởng phòng Đỗ Ăn: …", for everyone who reads the opinion of the head as well; nothing where nobody was asked. */
export async function formerWords(
  turn: Turn,
  texts: Texts,
  whose: Whose,
): Promise<{ heading: string; text: string }[]> {
  const all = await formerOf(turn, whose);
  const words = await Promise.all(
    all.map(async ({ data }) => {
      const { departmentName: department, until, opinion } = data;
      if (opinion === null && (await formerLeaders(turn, data)).acts === null) return [];
      const heading = texts.t('words.former.heading', { department, until: formatIsoDate(until) });
      if (opinion === null) return [{ heading, text: texts.t('words.former.none') }];
      const at = texts.t('words.at', { at: instantOf(opinion.at, turn.plan.zone) });
      const by = texts.t('words.review.byAt', { by: await actedBy(turn, texts, opinion), at });
      return [{ heading, text: `${by}\n${opinion.words}` }];
    }),
  );
  return words.flat();
}
