import type { Machine } from '../../pipeline/machine.ts';
import { decode } from '../../ports/documents.ts';
import { upnKeyId, upnKeyRecord } from '../../records/key.ts';

/** A row of a roster, and the e-mail that led to it. */
export interface FoundByEmail {
  readonly unit: string;
  readonly personId: string;
  readonly email: string;
}

/** Whose e-mail one of these is, in all units; undefined when it is nobody's, or they are of several people. */
export async function foundByEmail(
  { store, tenant }: Pick<Machine, 'store' | 'tenant'>,
  emails: readonly string[],
): Promise<FoundByEmail | undefined> {
  const found = await Promise.all(
    emails.map(async (email) =>
      (await store.findEverywhere(upnKeyId(tenant, email))).map((stored) => ({
        unit: stored.doc.unit,
        personId: decode(upnKeyRecord, stored).data.personId,
        email,
      })),
    ),
  );
  const [first, ...others] = found.flat();
  const isOne = others.every(({ unit, personId }) => unit === first?.unit && personId === first.personId);
  return isOne ? first : undefined;
}
