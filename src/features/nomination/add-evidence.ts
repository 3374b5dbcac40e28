import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { beginning, tidy } from '../../domain/text/vietnamese.ts';
import { webAddress } from '../../domain/text/web-address.ts';
import { chosenFrom } from '../../model/dossier/criterion-choices.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { evidenceId, evidenceRecord } from '../../records/evidence.ts';
import { criterionOf } from './criterion.ts';
import { evidenceOf, requireNew, requireRoom } from './evidence.ts';
import { maxLinkName, maxUrl } from './link-limits.ts';
import { placeEvidence } from './place-evidence.ts';
import { evidenceItem, evidenceLink, evidenceList } from './refs.ts';

export const addEvidenceInput = z.union([
  /** Gives a criterion to what was sent without one, or another one. */
  z.strictObject({ ...whose, evidence: z.string(), criterion: z.string().default('') }),
  /** A link; the form is shown as long as there is no address. */
  z.strictObject({
    ...whose,
    url: z.string().default(''),
    name: z.string().default(''),
    criterion: z.string().default(''),
    /** `yes` from the form itself: then an empty address is a mistake to tell. */
    typed: z.string().default(''),
  }),
]);
type Input = z.infer<typeof addEvidenceInput>;
type Link = Extract<Input, { url: string }>;

export const addEvidence = (ctx: Ctx, input: Input): Promise<Answer> =>
  'evidence' in input ? assign(ctx, input) : addLink(ctx, input);

async function assign(ctx: Ctx, input: Exclude<Input, Link>): Promise<Answer> {
  const { data } = await evidenceOf(ctx, input.evidence);
  const back = { round: data.round, candidate: data.candidate.id };
  const item = evidenceItem.ref({ evidence: input.evidence });
  if (input.criterion === '' && data.criterion === '') throw new Refusal('EVIDENCE_UNSORTED', { show: item });
  if (input.criterion === '') return show(item);
  await placeEvidence(ctx, [{ evidence: input.evidence, candidate: back.candidate, criterion: input.criterion }]);
  return show(evidenceList.ref(back), good('evidence.sorted', { n: 1 }));
}

async function addLink(ctx: Ctx, input: Link): Promise<Answer> {
  const { at } = ctx;
  const { candidate, criterion } = chosenFrom(ctx, input.criterion, input.candidate);
  const dossier = await ownDossier(ctx, { round: input.round, candidate });
  const ids = idsOf(dossier);
  requireWritable(dossier, at, evidenceList.ref(ids));
  if (input.url === '' && input.typed !== 'yes') return show(evidenceLink.ref(ids));
  const link = await checked(dossier, input, criterion);
  const digest = createHash('sha256').update(link.url).digest('hex');
  const known = dossier.evidence.find((e) => e.id === evidenceId(ids.round, ids.candidate, digest));
  const done = show(evidenceList.ref(ids), good('evidence.linked'));
  // A double click: the same address, for the same criterion, by the same person.
  if (known?.data.criterion === link.criterion && known.data.added.by === ctx.me.id) return done;
  await refusedBackTo(formOf(dossier, input), () => {
    requireNew(dossier, { digest, name: link.name });
    requireRoom(dossier, { count: 0, name: link.name });
  });
  ctx.commit({
    command: 'evidence.add',
    subject: nominationOf(dossier),
    changes: [
      create(evidenceRecord, ctx.scope, evidenceId(ids.round, ids.candidate, digest), {
        round: ids.round,
        candidate: { kind: dossier.candidate.kind, id: ids.candidate },
        ...link,
        kind: 'link',
        sha256: '',
        bytes: 0,
        mediaType: '',
        added: { by: ctx.me.id, at: stamp(at) },
      }),
      refreshed(ctx, dossier),
    ],
  });
  return done;
}

/** @throws Refusal BAD_URL, LINK_NAME_TOO_LONG with the form as it was filled in; CodedError NO_SUCH_CRITERION */
async function checked(
  dossier: Dossier,
  input: Link,
  chosen: string,
): Promise<{ url: string; name: string; criterion: string }> {
  const url = webAddress(input.url);
  const name = tidy(input.name).replace(/\n/g, ' ');
  return refusedBackTo(formOf(dossier, input), () => {
    if (url === undefined) throw new CodedError('BAD_URL', { max: maxUrl });
    if ([...name].length > maxLinkName) {
      throw new CodedError('LINK_NAME_TOO_LONG', { count: [...name].length, max: maxLinkName });
    }
    const criterion = chosen === '' ? '' : criterionOf(dossier, chosen).id;
    return { url: url.href, name: name === '' ? url.host : name, criterion };
  });
}

const formOf = (dossier: Dossier, { url, name, criterion }: Link) => ({
  show: evidenceLink.ref(idsOf(dossier)),
  typed: { url: beginning(url, maxUrl), name: beginning(name, maxLinkName), criterion },
});
