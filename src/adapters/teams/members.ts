import { z } from 'zod';
import type { MembersPage } from '../../ports/messenger.ts';

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
});
const page = z.object({ members: z.array(z.unknown()).nullish(), continuationToken: z.string().nullish() });

/** @param tenant of the people written to; empty in local mode, where the service knows only one */
export function readMembers(answer: unknown, tenant: string): MembersPage {
  const read = page.safeParse(answer);
  if (!read.success) return { kind: 'unknown', reason: 'members not understood', mayResend: true };
  const { members, continuationToken } = read.data;
  const people = (members ?? []).flatMap((each) => {
    const parsed = member.safeParse(each);
    return parsed.success && parsed.data.id.startsWith('29:') ? [parsed.data] : [];
  });
  return {
    kind: 'members',
    members: people.map(({ id, aadObjectId, objectId, tenantId, userRole }) => ({
      userId: id,
      aadObjectId: (aadObjectId ?? objectId ?? '').toLowerCase(),
      isGuest:
        (userRole ?? 'user').toLowerCase() !== 'user' ||
        (tenant !== '' && (tenantId ?? tenant).toLowerCase() !== tenant.toLowerCase()),
    })),
    next: continuationToken ?? '',
  };
}
