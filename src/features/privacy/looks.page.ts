import { DateTime } from 'luxon';
import { looksCard } from '../../../cards/privacy/looks.ts';
import { isOwn, maySee } from '../../domain/policy/dossier.ts';
import { mayTrace } from '../../domain/policy/privacy.ts';
import { asReadBy } from '../../model/dossier/as-read-by.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { positionOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { auditOfSubject, auditRecord } from '../../records/audit.ts';
import { evidenceLooks } from '../../records/evidence.ts';
import { privacyLooks } from './refs.ts';

const looksPerCard = 10;

/** Who has opened which piece of evidence of a dossier and when, the newest first: for whose dossier it is, and for the office. */
export const looksPage = definePage({
  name: privacyLooks,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const dossier = await loadDossier(turn, params.round, params.candidate === '' ? actor.id : params.candidate);
    const { candidate, round, plan } = dossier;
    if (!mayTrace(actor, candidate) || !maySee(actor, dossier.facts)) return null;
    const looks = await turn.list(auditRecord, auditOfSubject(evidenceLooks(round.data.round, candidate.id)));
    const part = slice(looks.reverse(), params.page, looksPerCard);
    // What this reader may not read yet is not named to them either.
    const names = new Map(asReadBy(actor, dossier).evidence.map(({ id, data }) => [id, data.name]));
    const isMe = candidate.id === actor.id;
    const isTheirs = isOwn(actor, candidate);
    const view = {
      round: round.data.round,
      candidate: candidate.id,
      name: isMe ? '' : await nameApart(turn, candidate),
      roundName: roundName(plan, round),
      rows: await Promise.all(
        part.items.map(async ({ data }) => ({
          who: data.actor === actor.id ? texts.t('words.privacy.you') : await positionOf(turn, data.actor),
          what: names.get(data.facts.evidence ?? '') ?? texts.t(`words.privacy.${isTheirs ? 'gone' : 'unnamed'}`),
          at: texts.t('words.at', { at: DateTime.fromISO(data.at, { zone: plan.zone }) }),
        })),
      ),
      isEmpty: part.total === 0,
      ...pagingView(part),
    };
    return { card: looksCard(texts, view, banner), summary: texts.t('summaries.privacy.looks', { n: part.total }) };
  },
});
