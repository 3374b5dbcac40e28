import { fileCard } from '../../../cards/roster/file.ts';
import { problemsCard } from '../../../cards/roster/problems.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { exportLink, madeAt } from '../../pipeline/file-link.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { rosterImportRecord } from '../../records/roster-import.ts';
import { rosterSubject } from './export-roster.ts';
import { rosterFile } from './refs.ts';

/** The way to a file that was just made, the roster or what is wrong with one that was sent; the link is minted at each look. */
export const filePage = definePage({
  name: rosterFile,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const file = (await turn.get(exportRecord, exportId(params.sha256)))?.data;
    if (file === undefined) return null;
    const day = madeAt(turn, file);
    if (file.subject === rosterSubject) {
      const fileName = texts.t('words.roster.fileName', { day });
      const view = { fileName, url: exportLink(ask, file, fileName) };
      return { card: fileCard(texts, view, banner), summary: texts.t('summaries.roster.file') };
    }
    const sent = await turn.get(rosterImportRecord, file.subject);
    if (sent === undefined) return null;
    const fileName = texts.t('words.roster.update.problemsName', { day });
    const view = { id: sent.id, fileName, url: exportLink(ask, file, fileName) };
    return { card: problemsCard(texts, view, banner), summary: texts.t('summaries.roster.problems') };
  },
});
