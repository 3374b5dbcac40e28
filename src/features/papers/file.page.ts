import { fileCard } from '../../../cards/papers/file.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { exportLink, madeAt } from '../../pipeline/file-link.ts';
import { definePage } from '../../pipeline/page.ts';
import { paperType } from '../../ports/papers.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { mayMakeSome } from './may-make.ts';
import { papersFile } from './refs.ts';
import { lackWords } from './words.ts';
import { writePaper } from './write-paper.ts';

/** The way to a paper that was just made, for whoever made it, and what it lacks. */
export const filePage = definePage({
  name: papersFile,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    const actor = actorOf(viewer);
    const file = await turn.get(exportRecord, exportId(params.sha256));
    if (actor === undefined || file === undefined || file.data.by !== actor.id || file.data.subject !== params.of)
      return null;
    const written = await writePaper(turn, actor, params);
    if (written === undefined) return null;
    const fileName = `${turn.texts('vi').t(`words.papers.file.${params.paper}`)} ${madeAt(turn, file.data)}.docx`;
    const view = {
      fileName,
      lacks: lackWords(texts, written),
      isDraft: written.isDraft,
      mayList: mayMakeSome(actor),
      url: exportLink(ask, file.data, fileName, paperType),
    };
    return { card: fileCard(texts, view, banner), summary: texts.t('summaries.papers.file') };
  },
});
