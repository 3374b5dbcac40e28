import { dossierCode, formerCode } from '../../domain/dossier/code.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CandidateFacts } from '../../domain/policy/dossier.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { DossierNumber } from '../../records/dossier-number.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import { byName, departments, isHere, isOpen } from '../people/people.ts';
import { type Nominee, nominees } from './nominees.ts';
import { numbersOf } from './number.ts';

/** A person or a department, with what there is of theirs in the round. */
export interface Found {
  /** Candidate id. */
  readonly id: string;
  readonly kind: CandidateFacts['kind'];
  readonly departmentId: string;
  readonly name: string;
  /** Empty for a department itself. */
  readonly departmentName: string;
  readonly nominee: Nominee | undefined;
  readonly number: DossierNumber | undefined;
}

/**
 * Everyone of the roster, every department that may be commended, and every dossier of the round, also of those who have left: by a part of the
 * name with or without marks, by the dossier's code, or by the code that an earlier release gave it. Departments first, then by given name.
 */
export async function findIn(
  turn: Turn,
  { round, plan }: { readonly round: string; readonly plan: Plan },
  typed: string,
): Promise<Found[]> {
  const wanted = fold(typed);
  const [units, people, begun, numbers] = await Promise.all([
    departments(turn),
    turn.list(personRecord),
    turn.list(nominationRecord, byRound(round)),
    numbersOf(turn, round),
  ]);
  const known = new Map((await nominees(turn, begun)).map((nominee) => [nominee.id, nominee]));
  const named = new Map(units.map(({ id, data }) => [id, data.name]));
  const found = (
    { id, kind, departmentId }: Pick<Found, 'id' | 'kind' | 'departmentId'>,
    name: string,
    departmentName: string,
  ): Found => ({
    ...{ id, kind, departmentId },
    name,
    departmentName,
    nominee: known.get(id),
    number: numbers.get(id),
  });
  const all = [
    ...units
      .filter((each) => known.has(each.id) || (isOpen(each) && writesCollective(each.data, plan)))
      .map(({ id, data }) => found({ id, kind: 'department', departmentId: id }, data.name, '')),
    ...byName(people.filter(({ id, data }) => known.has(id) || isHere(turn, data))).map(({ id, data }) =>
      found(
        { id, kind: 'person', departmentId: data.departmentId },
        data.fullName,
        named.get(data.departmentId) ?? '—',
      ),
    ),
  ];
  return all.filter(({ id, name, nominee, number }) => {
    const codes = [
      nominee === undefined ? '' : formerCode(round, id),
      number === undefined || number.no === null ? '' : dossierCode(round, number.no),
    ];
    return [name, nominee?.name ?? '', ...codes].some((each) => fold(each).includes(wanted));
  });
}
