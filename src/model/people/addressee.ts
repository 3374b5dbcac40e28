import type { Roles } from '../../domain/policy/actor.ts';
import { isHeadOrDeputy, leadsUnit } from '../../domain/policy/posts.ts';
import type { Texts } from '../../screens/texts.ts';

/** Whoever leads the unit or a department is written to by position, everyone else as "anh/chị". */
export function addresseeOf(
  texts: Texts,
  person: { readonly roles: Roles; readonly fullName: string; readonly title: string },
): string {
  const { fullName, title } = person;
  const isOfficer = title !== '' && (leadsUnit(person) || isHeadOrDeputy(person));
  return texts.t(`words.addressee.${isOfficer ? 'officer' : 'staff'}`, { fullName, title });
}
