import { z } from 'zod';
import type { Member, MemberFound, MembersPage } from '../../ports/messenger.ts';

interface Page {
  readonly pageSize: number;
  readonly continuationToken: string;
}

/** Each of a page may cost a request more; Teams gives up to 500. */
const membersAPage = 100;

/** The first page is asked for without a token; the framework's type knows only those that have one. */
export const pageOf = (after: string) => {
  const page: Partial<Page> & Pick<Page, 'pageSize'> = { pageSize: membersAPage };
  return (after === '' ? page : { ...page, continuationToken: after }) as Page;
};

/** As Teams gives them: what the framework's own type leaves out is there all the same. */
const member = z.object({
  id: z.string(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});
const page = z.object({ members: z.array(z.unknown()).nullish(), continuationToken: z.string().nullish() });

/** @param tenant of the people written to; empty in local mode, where the service knows only one */
export function readMembers(answer: unknown, tenant: string): MembersPage {
  const read = page.safeParse(answer);
  if (!read.success) return { kind: 'unknown', reason: 'members not understood', mayResend: true };
  const { members, continuationToken } = read.data;
  const people = (members ?? []).flatMap((each) => readOne(each, tenant) ?? []);
  return { kind: 'members', members: people, next: continuationToken ?? '' };
}

/** One of them, asked for by name; `unknown` when it is not understood, or is a bot. */
export function readMember(answer: unknown, tenant: string): MemberFound {
  const found = readOne(answer, tenant);
  return found === undefined
    ? { kind: 'unknown', reason: 'member not understood', mayResend: true }
    : { kind: 'member', member: found };
}

function readOne(each: unknown, tenant: string): Member | undefined {
  const parsed = member.safeParse(each);
  if (!parsed.success || !parsed.data.id.startsWith('29:')) return undefined;
  const { id, aadObjectId, objectId, tenantId, userRole, name, email, userPrincipalName } = parsed.data;
  // By these somebody may be let in: of whom it is not said that they are no guest, none is told.
  const told = userRole?.toLowerCase() === 'user' ? [email, userPrincipalName] : [];
  const emails = told.flatMap((one) => (one == null || one === '' ? [] : [one.toLowerCase()]));
  return {
    userId: id,
    aadObjectId: (aadObjectId ?? objectId ?? '').toLowerCase(),
    isGuest:
      (userRole ?? 'user').toLowerCase() !== 'user' ||
      (tenant !== '' && (tenantId ?? tenant).toLowerCase() !== tenant.toLowerCase()),
    name: name ?? '',
    emails: [...new Set(emails)],
  };
}
