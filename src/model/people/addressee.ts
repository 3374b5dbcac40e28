import { hasRole, leadsUnit, type Role } from '../../domain/policy/roles.ts';
import type { Texts } from '../../screens/texts.ts';

/** Whoever leads the unit or a department is written to by position, everyone else as "anh/chị". */
export function addresseeOf(
  texts: Texts,
  person: { readonly roles: readonly Role[]; readonly fullName: string; readonly title: string },
): string {
  const { fullName, title } = person;
  const isOfficer = title !== '' && (leadsUnit(person) || hasRole(person, 'head', 'deputy'));
  return texts.t(`words.addressee.${isOfficer ? 'officer' : 'staff'}`, { fullName, title });
}
