import { isSent } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { resolveDated } from '../../domain/plan/resolve-dated.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayWrite } from '../../domain/policy/dossier.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { awardOf } from '../../model/council/levels.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { headFor } from '../../model/dossier/reviewer.ts';
import { sentAs } from '../../model/dossier/sent-names.ts';
import { isHere, peopleOf, personOf } from '../../model/people/people.ts';
import { roundInText } from '../../model/round/round.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { namesOf, placeAndDate, positionWords, signing, type Writing } from './common.ts';
import { gap, gapsOf } from './gaps.ts';
import type { Written } from './written.ts';

/** The dossier of which a report may be written: by its own writers whenever there is one, by the office once it is sent. */
export async function reported(turn: Turn, actor: Actor, id: string): Promise<Dossier | undefined> {
  const nomination = await turn.get(nominationRecord, id);
  if (nomination === undefined) return undefined;
  const { round, candidate, state, destroyedOn } = nomination.data;
  const dossier = await loadDossier(turn, round, candidate.id);
  const may = mayWrite(actor, dossier.candidate) || (isOffice(actor) && isSent(state));
  return may && destroyedOn === undefined ? dossier : undefined;
}

/** The achievement report (R-072 … R-074): what the dossier says, in the form that holds on its day, or in none where none is entered. */
export async function reportPaper(turn: Turn, texts: Texts, dossier: Dossier): Promise<Written> {
  const { plan, round, candidate, nomination } = dossier;
  const gaps = gapsOf();
  const writing: Writing = { turn, texts, plan, on: dayOf(turn), gaps };
  const isPerson = candidate.kind === 'person';
  const named = sentAs(dossier);
  const level = nomination?.data.level ?? '';
  const label = resolveDated(plan.settings.formLabel, writing.on);
  const pieces = piecesOf(dossier);
  const data = {
    ...namesOf(writing),
    ...(await signing(writing)),
    unitCaps: plan.unit.shortName.toLocaleUpperCase('vi'),
    formLabel: label,
    departmentName: named.departmentName,
    placeAndDate: placeAndDate(texts, plan, null),
    draft: false,
    award: awardOf(plan, level).toLocaleUpperCase('vi'),
    roundName: roundInText(plan, round),
    about: texts.t(`words.papers.reportOf.${candidate.kind}`, {
      name: named.name,
      position: positionWords({ ...named, kind: candidate.kind }),
    }),
    isPerson,
    name: named.name,
    ...(isPerson ? await personal(writing, dossier) : await collective(writing, dossier)),
    movement: texts.t('words.papers.inMovement', { movement: plan.title }),
    criteria: criteriaOf(texts, dossier, pieces),
    earlier: gaps.fill('earlier', ''),
    hasPieces: pieces.length > 0,
    pieces,
    code: codeOf(texts, dossier),
  };
  return { paper: 'report', data, missing: gaps.missing, isDraft: false };
}

const nothingPersonal = { gender: '', born: '', home: '', qualification: '', position: '' };
const nothingCollective = { headcount: '', functions: '' };

async function personal({ turn, texts, gaps }: Writing, dossier: Dossier) {
  const { data } = await personOf(turn, dossier.candidate.id);
  return {
    ...nothingCollective,
    gender: gaps.fill('gender', data.gender === 'unstated' ? '' : texts.t(`words.papers.gender.${data.gender}`)),
    born: gaps.fill('born', ''),
    home: gaps.fill('home', ''),
    qualification: gaps.fill('qualification', ''),
    position: gaps.fill('position', positionWords({ ...sentAs(dossier), kind: 'person' })),
    reporterTitle: texts.t('words.papers.reporter'),
    reporterName: sentAs(dossier).name,
  };
}

async function collective({ turn, gaps }: Writing, { candidate }: Dossier) {
  const people = (await peopleOf(turn, candidate.id)).filter(({ data }) => isHere(turn, data));
  const head = await headFor(turn, candidate.id);
  const reporter = head === undefined ? undefined : await personOf(turn, head);
  return {
    ...nothingPersonal,
    headcount: String(people.length),
    functions: gaps.fill('functions', ''),
    reporterTitle: (reporter?.data.title ?? gap).toLocaleUpperCase('vi'),
    reporterName: gaps.fill('reporter', reporter?.data.fullName ?? ''),
  };
}

type Piece = Readonly<Record<'n' | 'name' | 'criterion', string>>;

/** Evidence in the order of the criteria, numbered through; what belongs to none comes last. */
function piecesOf({ criteria, evidence }: Dossier): Piece[] {
  const order = (criterion: string): number => {
    const at = criteria.findIndex(({ id }) => id === criterion);
    return at < 0 ? criteria.length : at;
  };
  return [...evidence]
    .sort((a, b) => order(a.data.criterion) - order(b.data.criterion) || (a.data.added.at < b.data.added.at ? -1 : 1))
    .map(({ data }, i) => ({ n: String(i + 1), name: data.name, criterion: data.criterion || '—' }));
}

const criteriaOf = (texts: Texts, { criteria, assessment }: Dossier, pieces: readonly Piece[]) =>
  criteria.map(({ id, text }: Plan['criteria']['person'][number], i) => {
    const answer = assessment?.data.answers[id];
    const rating = answer?.rating ?? 'unrated';
    const said = rating === 'notArisen' ? answer?.reason : answer?.words;
    const own = pieces.filter((piece) => piece.criterion === id).map(({ n }) => n);
    return {
      n: String(i + 1),
      criterion: text,
      rating: texts.t(`words.rating.${rating}`).toLocaleLowerCase('vi'),
      said: said || gap,
      hasEvidence: own.length > 0,
      evidence: own.join(', '),
    };
  });
