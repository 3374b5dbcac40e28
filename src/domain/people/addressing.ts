import type { Roles } from '../policy/actor.ts';
import { isHead, isHeadOrDeputy, leadsUnit } from '../policy/posts.ts';
import { composed, fold } from '../text/vietnamese.ts';

export interface Addressed {
  readonly roles: Roles;
  readonly title: string;
}

/** Titles, folded, of those who lead by their own post, and not in somebody's place. */
const ownPost = /^(?:truong|chanh|giam doc|chu nhiem)\b/;
/** "Kế toán trưởng"; its mark alone tells it from the market, "thị trường". */
const chief = /(?:^|\s)(?:trưởng|truong)$/;
const isOwnPost = (title: string): boolean =>
  ownPost.test(fold(title)) || chief.test(composed(title).toLowerCase().trim());
const deputy = /^pho\b/;
const inPlaceOf = /^(?:quyen\b|q\.)|\bphu trach\b/;

/** Named by the director to lead a department, without being its head by title (người được giao phụ trách phòng). */
export function isActingHead({ roles, title }: Addressed): boolean {
  const post = fold(title);
  return isHead({ roles }) && !leadsUnit({ roles }) && post !== '' && (inPlaceOf.test(post) || !isOwnPost(title));
}

/** How a person is written to: by position, as whoever is in charge of the department, or as one of the staff. */
export function addressForm(person: Addressed): 'officer' | 'acting' | 'staff' {
  if (isActingHead(person)) return 'acting';
  const post = fold(person.title);
  const isOfficer = leadsUnit(person)
    ? post !== ''
    : isHeadOrDeputy(person) && (isOwnPost(person.title) || deputy.test(post));
  return isOfficer ? 'officer' : 'staff';
}
