import { hasRole, leadsUnit, type Role } from '../../domain/roles.ts';
import type { Texts } from '../../screens/texts.ts';

/** Officers are written to by position, everyone else as "anh/chị". */
export const addresseeOf = (
  texts: Texts,
  person: { readonly roles: readonly Role[]; readonly fullName: string; readonly title: string },
): string =>
  texts.t(`words.closing.addressee.${leadsUnit(person) || hasRole(person, 'head') ? 'officer' : 'staff'}`, {
    fullName: person.fullName,
    title: person.title,
  });
