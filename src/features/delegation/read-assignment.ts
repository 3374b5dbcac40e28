import { presenceOn } from '../../domain/people/presence.ts';
import { type Assignment, overlap } from '../../domain/policy/acting.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { positionOf } from '../../model/people/people.ts';
import type { Problem } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { RecordedAssignment } from '../../records/delegation.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { hasPost, type Post, postNamed } from './posts.ts';
import type { Draft } from './refs.ts';

const numberLimit = 100;

export type Terms = Pick<RecordedAssignment, 'from' | 'until' | 'number' | 'issuedOn'> & Post;

/** What was typed, but for the person; and all that stands against it. @throws CodedError DATE_YEAR, DATE_BUDDHIST */
export async function readTerms(ctx: Ctx, draft: Draft): Promise<{ terms: Terms; problems: Problem[] }> {
  const today = dayOf(ctx);
  const post = await postNamed(ctx, draft.post);
  const from = draft.from === '' ? today : parseDate(draft.from);
  const until = draft.until === '' ? null : parseDate(draft.until);
  const issuedOn = draft.issuedOn === '' ? null : parseDate(draft.issuedOn);
  const number = tidy(draft.number);
  const wrong: [is: boolean, code: string][] = [
    [post === undefined, 'ASSIGN_POST'],
    [tidy(draft.name) === '' && draft.person === '', 'ASSIGN_NAME'],
    [from === undefined || until === undefined || (until !== null && until < from), 'ASSIGN_DATES'],
    [until !== undefined && until !== null && until < today, 'ASSIGN_PAST'],
    [
      issuedOn === undefined || (issuedOn !== null && issuedOn > today) || (number === '') !== (issuedOn === null),
      'ASSIGN_PAPER',
    ],
    [number.length > numberLimit, 'ASSIGN_NUMBER'],
  ];
  const terms = {
    ...(post ?? { post: 'head', departmentId: '', of: '' }),
    from: from ?? today,
    until: until ?? null,
    number,
    issuedOn: issuedOn ?? null,
  };
  const problems = wrong.flatMap(([is, code]) => (is ? [{ code, facts: { today: formatIsoDate(today) } }] : []));
  return { terms, problems };
}

/** What stands against this person for it, if anything. @param others assignments in force and to come */
export async function problemOf(
  ctx: Ctx,
  person: Loaded<Person>,
  { terms, others }: { terms: Terms; others: readonly Assignment[] },
): Promise<Problem | undefined> {
  const { id, data } = person;
  const who = await positionOf(ctx, id);
  const day = terms.from < dayOf(ctx) ? dayOf(ctx) : terms.from;
  const presence = presenceOn(data, day);
  const same = others.find((other) => overlap(other, { ...terms, to: id }));
  const problem = (code: string, facts: Record<string, string> = {}): Problem => ({ code, facts: { who, ...facts } });
  if (presence === 'left') return problem('ASSIGN_LEFT');
  // Whoever records and whoever is assigned are two, but for the director, whose decision it is.
  if (id === ctx.me.id) return problem('ASSIGN_SELF');
  if (presence === 'onLeave') return problem('ASSIGN_ON_LEAVE', { on: formatIsoDate(day) });
  if (same !== undefined) {
    const until = same.until === null ? '' : formatIsoDate(same.until);
    const hasUntil = String(same.until !== null);
    return problem('ASSIGN_OVERLAP', {
      by: await positionOf(ctx, same.to),
      from: formatIsoDate(same.from),
      until,
      hasUntil,
    });
  }
  return id === terms.of || (await hasPost(ctx, person, terms)) ? problem('ASSIGN_HAS') : undefined;
}
