import { DateTime } from 'luxon';
import { formatInstant } from '../../domain/format.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Tone } from '../../screens/review/review-screens.ts';

export const actorOf = (person: Loaded<Person>): Actor => ({
  id: person.id,
  roles: person.data.roles,
  departmentId: person.data.departmentId,
});

/** undefined in a channel: these pages hold names and belong to persons. */
export const viewingActor = (viewer: Viewer): Actor | undefined =>
  viewer.person === undefined ? undefined : actorOf(viewer.person);

/** A stored instant in the plan's zone. */
export const instantOf = (iso: string, zone: string): DateTime => DateTime.fromISO(iso, { zone });
export const momentOf = (iso: string, zone: string): string => formatInstant(instantOf(iso, zone));

/** "Chuyên viên, Phòng Tư vấn – Giới thiệu việc làm"; a department has no title. */
export const detailOf = (who: { readonly title: string; readonly departmentName: string }): string =>
  who.title === '' ? who.departmentName : `${who.title}, ${who.departmentName}`;

export const opinionTones = { agree: 'good', disagree: 'attention', overdue: 'warning' } as const satisfies Record<
  string,
  Tone
>;
