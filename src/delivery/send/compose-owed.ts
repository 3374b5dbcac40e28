import { CodedError } from '../../domain/errors.ts';
import type { Composition, Pages, Shown } from '../../ports/pages.ts';
import type { PageRef } from '../../records/message.ts';

/** Composes a page that nobody is waiting for: what a person asking would be refused with (gone, not theirs) is simply nothing to send. */
export async function composeOwed(pages: Pages, ref: PageRef, composition: Composition): Promise<Shown | null> {
  try {
    return await pages.compose(ref, composition);
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}
