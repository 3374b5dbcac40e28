import { type AssignedPost, assignedPosts, holds } from '../../domain/policy/acting.ts';
import { departments, everOfficers, isHere } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** A post that may be given, and who holds it. */
export interface Post {
  readonly post: AssignedPost;
  /** Of a head; empty for posts of the unit. */
  readonly departmentId: string;
  /** Empty where nobody holds it. */
  readonly of: string;
}

/** What stands for a post on a card. */
export const postKey = ({ post, departmentId, of }: Post): string => [post, departmentId, of].join('|');

/** Every post that may be given, each as often as it is held: heads in protocol order, then the council's, then a hand in the office's work. */
export async function postsOf(turn: Turn): Promise<Post[]> {
  const officers = (await turn.list(personRecord, personBy.officer(true))).filter(({ data }) => isHere(turn, data));
  const all = await departments(turn);
  const heads = all
    .filter(({ data }) => data.isCollective || data.isOffice)
    .flatMap(({ id }) => heldBy(officers, 'head', id));
  const ofCouncil = assignedPosts.filter((post) => post !== 'head' && post !== 'office');
  const council = ofCouncil.flatMap((post) => heldBy(officers, post, ''));
  return [...heads, ...council, { post: 'office', departmentId: '', of: '' }];
}

function heldBy(officers: readonly Loaded<Person>[], post: AssignedPost, departmentId: string): Post[] {
  const holders = officers.filter(({ data }) => holds(data, post, departmentId)).map(({ id }) => id);
  return (holders.length > 0 ? holders : ['']).map((of) => ({ post, departmentId, of }));
}

/** The post that a card names; undefined when there is none such, or it has changed hands. */
export const postNamed = async (turn: Turn, key: string): Promise<Post | undefined> =>
  (await postsOf(turn)).find((post) => postKey(post) === key);

/** Whether somebody has the post already, by the roster or by another assignment in force. */
export async function hasPost(turn: Turn, person: Loaded<Person>, { post, departmentId }: Post): Promise<boolean> {
  const acting = (await everOfficers(turn)).find(({ id }) => id === person.id) ?? person;
  return holds(person.data, post, departmentId) || holds(acting.data, post, departmentId);
}
