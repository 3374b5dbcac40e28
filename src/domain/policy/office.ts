import { type Actor, hasRole } from './roles.ts';

type Holder = Pick<Actor, 'roles'>;

/** Whether a person acts for the office (Phòng Hành chính – Nghiệp vụ). */
export const isOffice = (person: Holder): boolean => hasRole(person, 'office');

/** The same roles, and the office's. */
export const withOffice = (roles: Holder['roles']): Actor['roles'][number][] => [
  ...new Set([...roles, 'office' as const]),
];
