import { oneAtATime } from '../../pipeline/one-at-a-time.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { dossierKey, type Evidence, evidenceId, evidenceRecord } from '../../records/evidence.ts';
import type { Loaded } from '../../records/record.ts';
import type { Whose } from './own.ts';

/** Under whose name the bytes of a dossier's evidence are kept. */
export const evidenceOwner = ({ round, candidate }: Whose): string => dossierKey(round, candidate);

/**
 * Once the turn is written, the bytes of a piece that it has taken out of this dossier are deleted; unless the dossier has the piece again
 * by then, as when the same file was sent anew: what is fetched is put and named in the same line. That line is this process's; what another
 * puts meanwhile is another file of that name, and stays.
 */
export async function forgetBytes(turn: Turn, dossier: Whose, { data }: Loaded<Evidence>): Promise<void> {
  if (data.kind !== 'file') return;
  const owner = evidenceOwner(dossier);
  const deletion = await turn.files.deletionOf(owner, data.sha256);
  turn.afterwards(() =>
    oneAtATime(owner, async () => {
      turn.reread();
      const again = await turn.get(evidenceRecord, evidenceId(dossier.round, dossier.candidate, data.sha256));
      if (again === undefined) await deletion();
    }),
  );
}
