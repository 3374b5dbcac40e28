import { DateTime } from 'luxon';
import { shareOf } from '../../../../cards/kit/bar.ts';
import { type UpdateView, updateCard } from '../../../../cards/roster/update.ts';
import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { nameOf } from '../../../model/people/people.ts';
import { definePage } from '../../../pipeline/page.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { viewingAs } from '../../../pipeline/viewing-as.ts';
import type { Texts } from '../../../ports/texts.ts';
import type { Loaded } from '../../../records/record.ts';
import { type ChangeCounts, changeKinds, type RosterImport } from '../../../records/roster-import.ts';
import { problemLines } from '../read/tell-problems.ts';
import { rosterUpdate } from '../refs.ts';
import { outlineAt } from './kept.ts';
import { importOf } from './load.ts';
import type { Outline } from './outline.ts';

/** A roster that was sent: what it would do, what is wrong with it, or what has become of it. */
export const updatePage = definePage({
  name: rosterUpdate,
  subject: ({ id }) => id,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const sent = await importOf(turn, params.id);
    const outline = await outlineAt(turn, sent.data.outline);
    const state = await stateOf(turn, texts, sent);
    const view: UpdateView = {
      ...{ id: sent.id, rev: sent.rev },
      file: texts.t('words.roster.update.file', await sentBy(turn, sent)),
      state,
      ...shapes[sent.data.state],
      ...partsOf(texts, sent, outline),
    };
    return { card: updateCard(texts, view, banner), summary: state };
  },
});

type State = RosterImport['state'];
const shapes: Readonly<Record<State, Pick<UpdateView, 'is' | 'tone'>>> = {
  fetching: { is: 'going', tone: 'emphasis' },
  refused: { is: 'refused', tone: 'attention' },
  asked: { is: 'asked', tone: 'accent' },
  confirmed: { is: 'going', tone: 'emphasis' },
  applying: { is: 'going', tone: 'emphasis' },
  applied: { is: 'applied', tone: 'good' },
  over: { is: 'over', tone: 'warning' },
};

async function sentBy(turn: Turn, { data }: Loaded<RosterImport>) {
  const at = DateTime.fromISO(data.at, { zone: turn.plan.zone });
  const isServer = data.by === 'system';
  return { name: data.name, at, by: isServer ? '' : await nameOf(turn, data.by), isServer: String(isServer) };
}

async function stateOf(turn: Turn, texts: Texts, { data }: Loaded<RosterImport>): Promise<string> {
  const { counts, choice, failure } = data;
  const toDo = counts === null ? 0 : sum(counts);
  const facts = {
    n: toDo,
    done: data.done,
    same: counts?.same ?? 0,
    by: choice === null ? '' : await nameOf(turn, choice.by),
    isAnew: String(data.isAskedAnew),
  };
  if (data.state === 'over' && failure !== '')
    return texts.t(`errors.${failure}`, { name: data.name, max: 10, reason: '' });
  const key = data.state === 'applied' && choice === null ? 'nothing' : data.state;
  return texts.t(`words.roster.update.state.${key}`, facts);
}

const sum = (counts: ChangeCounts): number => changeKinds.reduce((whole, kind) => whole + counts[kind], 0);

function partsOf(
  texts: Texts,
  { data: { state, counts, done } }: Loaded<RosterImport>,
  outline: Outline | undefined,
): Omit<UpdateView, 'id' | 'rev' | 'file' | 'state' | 'is' | 'tone'> {
  const isAsked = state === 'asked';
  const absent = outline?.people.filter(({ line }) => line === null).length ?? 0;
  const problems = state === 'refused' ? (outline?.problems ?? []) : isAsked ? (outline?.remarks ?? []) : [];
  const toDo = counts === null ? 0 : sum(counts);
  const hasRows = counts !== null && state !== 'refused' && state !== 'over';
  const rows = hasRows ? ([...changeKinds, 'same'] as const).filter((kind) => counts[kind] > 0) : [];
  return {
    absent: isAsked && absent > 0 ? texts.t('words.roster.update.absent', { n: absent }) : '',
    isOpen: outline !== undefined,
    isPart: outline?.warnings.left.includes('many') === true && absent > 0,
    lines: problemLines(problems, texts),
    linesTitle: texts.t(`words.roster.update.lines.${state === 'refused' ? 'problems' : 'remarks'}`, {
      n: problems.length,
    }),
    rows: rows.map((kind) => ({
      kind,
      label: texts.t(`words.roster.update.kinds.${kind}`),
      count: counts?.[kind] ?? 0,
    })),
    departments: isAsked ? departmentLines(texts, outline) : [],
    progress: state === 'applying' ? shareOf(done, toDo) : undefined,
    take: texts.t(`words.roster.update.${absent > 0 ? 'takeLeft' : 'take'}`, { n: absent }),
    keep: texts.t('words.roster.update.keep', { n: absent }),
    hasSheet: state === 'refused' && problems.length > 0,
  };
}

const departmentLines = (texts: Texts, outline: Outline | undefined): string[] => [
  ...(outline?.added ?? []).map(({ name }) => texts.t('words.roster.update.departmentNew', { name })),
  ...(outline?.closing ?? []).map(({ name }) => texts.t('words.roster.update.departmentEmpty', { name })),
];
