import { fold } from '../text/vietnamese.ts';
import { roleNamed } from './actor.ts';
import type { Role } from './roles.ts';

/** As offices write what somebody is, without diacritics. */
const words: Readonly<Record<string, Role>> = {
  'vien chuc': 'staff',
  'chuyen vien': 'staff',
  'nhan vien': 'staff',
  'nguoi lao dong': 'staff',
  'truong phong': 'head',
  'nguoi dung dau': 'head',
  'pho truong phong': 'deputy',
  'pho phong': 'deputy',
  'van phong': 'office',
  'thuong truc thi dua': 'office',
  'uy vien hoi dong': 'council',
  'thanh vien hoi dong': 'council',
  'chu tich hoi dong': 'councilChair',
  'pho chu tich hoi dong': 'councilViceChair',
  'thu ky hoi dong': 'councilSecretary',
  'giam doc': 'director',
  'pho giam doc': 'deputyDirector',
  'bi thu chi doan': 'youthSecretary',
  'chu tich cong doan': 'massOrgSecretary',
  'phu trach to chuc doan the': 'massOrgSecretary',
};

const phrase = (text: string): string =>
  fold(text)
    .replace(/[.\s]+/g, ' ')
    .trim();

/** The role that a word of a roster's column of roles means, in either language; undefined when nobody can say. */
export const roleInWords = (text: string): Role | undefined =>
  roleNamed(text) ?? (Object.hasOwn(words, phrase(text)) ? words[phrase(text)] : undefined);

/** Posts as titles begin with them, the longer first. */
const posts = (
  [
    'pho truong phong',
    'pho phong',
    'truong phong',
    'pho giam doc',
    'giam doc',
    'bi thu chi doan',
    'chu tich cong doan',
  ] as const
).map((post) => ({ post, role: words[post] }));
/** Whoever acts in a post does not hold it. */
const acting = /^(?:quyen|q|phu trach|phu trach phong)\b/;

export interface TitleRoles {
  /** In the order of the title; `staff` alone when it names no post. */
  readonly roles: readonly Role[];
  /** A guess that lets somebody do more than everybody may, or that may let them do too little. */
  readonly isGuess: boolean;
}

/** What a title, "Trưởng phòng Tư vấn, Bí thư Chi đoàn", says of roles; it never says who takes dossiers in or sits on the council. */
export function rolesInTitle(title: string): TitleRoles {
  const parts = title.split(/[,;/\n]| kiêm | và /iu).map(phrase);
  const found = parts.flatMap(
    (part) => posts.find(({ post }) => part === post || part.startsWith(`${post} `))?.role ?? [],
  );
  const holdsPost = found.some((role) => role !== 'youthSecretary' && role !== 'massOrgSecretary');
  const roles: Role[] = [...new Set<Role>(holdsPost ? found : ['staff', ...found])];
  return { roles, isGuess: found.length > 0 || parts.some((part) => acting.test(part)) };
}
