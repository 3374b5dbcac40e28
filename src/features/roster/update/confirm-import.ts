import { z } from 'zod';
import { oweRefresh } from '../../../delivery/owe/owe.ts';
import { type Answer, Refusal, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { confirmation, revision, showsNow, withInputs } from '../../../pipeline/inputs.ts';
import { stamp } from '../../../ports/commit.ts';
import { replace } from '../../../ports/documents.ts';
import type { Loaded } from '../../../records/record.ts';
import { type RosterImport, rosterImportRecord } from '../../../records/roster-import.ts';
import { requireRoster } from '../find.ts';
import { absent, rosterRenames, rosterSure, rosterUpdate } from '../refs.ts';
import { confirmed } from './confirmed.ts';
import { outlineAt } from './kept.ts';
import { importOf } from './load.ts';
import type { Outline } from './outline.ts';
import { warningsFor } from './warnings-for.ts';

const known = {
  id: z.string().max(100),
  rev: revision,
  absent,
  /** `yes` from the card that asks about names of departments. */
  named: confirmation,
  confirm: confirmation,
};
/** `to-0` …: for each name that is new, the id of the department that is called so from now on, or empty. */
export const confirmImportInput = withInputs(known, /^to-\d+$/);
type Input = z.infer<typeof confirmImportInput>;

/**
 * The roster that was sent is taken over: first it is asked which departments have only changed their name, then once more where much would
 * be taken away. The lane writes it.
 * @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW; Refusal ROSTER_CHANGED when something else is asked now than the card showed
 */
export async function confirmImport(ctx: Ctx, input: Input): Promise<Answer> {
  requireRoster(ctx);
  const sent = await importOf(ctx, input.id);
  const page = rosterUpdate.ref({ id: sent.id });
  // A second click is as was asked; what has become of it is on the page.
  if (sent.data.state !== 'asked') return show(page);
  if (!showsNow(input.rev, sent)) throw new Refusal('ROSTER_CHANGED', { show: page });
  const outline = await outlineAt(ctx, sent.data.outline);
  if (outline === undefined) throw new Refusal('ROSTER_CHANGED', { show: page });
  const asksNames = outline.added.length > 0 && outline.closing.length > 0;
  if (asksNames && !input.named) return show(rosterRenames.ref({ id: sent.id, rev: input.rev, absent: input.absent }));
  const renamed = asksNames ? renamedBy(input, outline, sent) : {};
  if (warningsFor(outline, input.absent, ctx.me.id).length > 0 && !input.confirm)
    return show(rosterSure.ref({ id: sent.id, data: JSON.stringify(dataOf(input)) }));
  const choice = { by: ctx.me.id, at: stamp(ctx.at), absent: input.absent, renamed };
  ctx.commit({
    command: 'roster.confirm',
    subject: sent.id,
    facts: { absent: input.absent, renamed: String(Object.keys(renamed).length) },
    changes: [
      replace(rosterImportRecord, sent, confirmed(sent.data, outline, choice)),
      oweRefresh(ctx.scope, ctx.at, sent.id, sent.rev + 1),
    ],
  });
  return show(page);
}

/** @throws Refusal RENAMED_TWICE {name} */
function renamedBy(input: Input, { added, closing }: Outline, sent: Loaded<RosterImport>): Record<string, string> {
  const renamed: Record<string, string> = {};
  for (const [n, { id: key }] of added.entries()) {
    const to = closing.find(({ id }) => id === input[`to-${n}`]);
    if (to === undefined) continue;
    if (Object.values(renamed).includes(to.id))
      throw new Refusal('RENAMED_TWICE', {
        facts: { name: to.name },
        show: rosterRenames.ref({ id: sent.id, rev: input.rev, absent: input.absent }),
      });
    renamed[key] = to.id;
  }
  return renamed;
}

/** As the button carries it that asks once more. */
const dataOf = ({ named, confirm: _, ...rest }: Input): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
  ...(named && { named: 'yes' }),
});
