import { evidenceOwner } from '../../model/dossier/evidence-bytes.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { tellOpened } from '../../pipeline/file-link.ts';
import type { ArchiveFile } from '../../ports/archive.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Evidence, evidenceLooks } from '../../records/evidence.ts';
import type { Loaded } from '../../records/record.ts';

/** What no system takes in a name of a file. */
const unfit = /[\\/:*?"<>|\p{Cc}]/gu;

/** The files of evidence, numbered as on their sheet, and what is not there any more. Whoever takes them away has opened them, which is kept as for any look. */
export async function copyFiles(
  ctx: Ctx,
  texts: Texts,
  evidence: readonly Loaded<Evidence>[],
): Promise<{ there: ArchiveFile[]; lost: string[] }> {
  const there: ArchiveFile[] = [];
  const lost: string[] = [];
  for (const [i, { id, data }] of evidence.entries()) {
    if (data.kind !== 'file') continue;
    const { round, candidate, name, sha256 } = data;
    const found = await ctx.files.read(evidenceOwner({ round, candidate: candidate.id }), sha256);
    if (found === undefined) {
      lost.push(name);
      continue;
    }
    const path = `${texts.t('words.privacy.sheet.evidence')}/${i + 1}. ${name.replace(unfit, '_')}`;
    there.push({ path, bytes: found.chunks });
    const opening = { command: 'evidence.open', subject: evidenceLooks(round, candidate.id), facts: { evidence: id } };
    tellOpened({ turn: ctx, viewer: { at: ctx.at, owner: ctx.me.id } }, opening);
  }
  return { there, lost };
}
