import { z } from 'zod';
import { beginning } from '../../domain/text/vietnamese.ts';
import { webAddress, wordsAroundAddress } from '../../domain/text/web-address.ts';
import { chosenFrom } from '../../model/dossier/criterion-choices.ts';
import { idsOf, ownDossier } from '../../model/dossier/own.ts';
import { type Answer, Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo } from '../../pipeline/inputs.ts';
import { leastText } from '../questions/refs.ts';
import { dossierToAddTo, requireRoom } from './evidence.ts';
import { maxLinkName, maxUrl } from './link-limits.ts';
import { evidenceLink, evidenceList } from './refs.ts';

/** An address that was sent as a message, with few words around it, may be evidence. More words are a text, and a question is one. */
export async function typedLink(ctx: Ctx, text: string): Promise<Answer | undefined> {
  const words = wordsAroundAddress(text);
  if (words === undefined || [...words].length >= leastText || asksSomething(text)) return undefined;
  return offerLink(ctx, { text, criterion: '' });
}

export const offerLinkInput = z.strictObject({
  /** A message with an address in it. */
  text: z.string().default(''),
  /** A dossier and a criterion: `person CN1`. */
  criterion: z.string().default(''),
});

/**
 * The form of a link, filled in from a message: nothing is written until it is saved.
 * @throws Refusal BAD_URL for none or several addresses, with the form; EVIDENCE_FULL, and those of `dossierToAddTo`
 */
export async function offerLink(ctx: Ctx, { text, criterion }: z.infer<typeof offerLinkInput>): Promise<Answer> {
  const { candidate } = chosenFrom(ctx, criterion);
  // Whose it is was chosen with the criterion; otherwise it goes where files would.
  const dossier = criterion === '' ? await dossierToAddTo(ctx) : await ownDossier(ctx, { round: '', candidate });
  const ids = idsOf(dossier);
  const url = webAddress(text);
  const name = beginning(wordsAroundAddress(text) ?? '', maxLinkName);
  const typed = { url: url?.href ?? beginning(text, maxUrl), name: url === undefined ? '' : name, criterion };
  if (url === undefined) throw new Refusal('BAD_URL', { facts: { max: maxUrl }, show: evidenceLink.ref(ids), typed });
  await refusedBackTo({ show: evidenceList.ref(ids) }, () =>
    requireRoom(dossier, { count: 0, name: name === '' ? url.host : name }),
  );
  return { show: evidenceLink.ref(ids), typed };
}

/** Addresses have question marks of their own. */
const asksSomething = (text: string): boolean => /\?(?:\s|$)/.test(text);
