import { fileCard } from '../../../cards/privacy/file.ts';
import { mayAskAbout } from '../../domain/policy/privacy.ts';
import { nameOf } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { exportLink, madeAt } from '../../pipeline/file-link.ts';
import { definePage } from '../../pipeline/page.ts';
import { archiveType } from '../../ports/archive.ts';
import { workbookType } from '../../ports/workbook.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { privacyFile } from './refs.ts';

/** The way to a copy that was just made, for whoever made it: one’s own holds what nobody else may read. */
export const filePage = definePage({
  name: privacyFile,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    const actor = actorOf(viewer);
    if (actor === undefined || !mayAskAbout(actor, params.person)) return null;
    const file = await turn.get(exportRecord, exportId(params.sha256));
    if (file === undefined || file.data.subject !== params.person || file.data.by !== actor.id) return null;
    const day = madeAt(turn, file.data);
    const isArchive = params.kind === 'archive';
    const facts = { name: await nameOf(turn, params.person), day, ending: isArchive ? 'zip' : 'xlsx' };
    const fileName = texts.t('words.privacy.fileName', facts);
    const url = exportLink(ask, file.data, fileName, isArchive ? archiveType : workbookType);
    const view = { person: params.person, fileName, url };
    return { card: fileCard(texts, view, banner), summary: texts.t('summaries.privacy.file') };
  },
});
