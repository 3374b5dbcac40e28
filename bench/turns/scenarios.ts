import type { Post } from './activities.ts';
import type { Member } from './crew.ts';

export const scenarioNames = ['assess.save', 'nomination.submit', 'dossier.show', 'việc của tôi'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface Scenario {
  /** Among how many people the turns go round; each has one under way at most. */
  readonly people: number;
  /** Whether a person can do it again. */
  readonly again: boolean;
  /** One turn of this person. @returns the answer's body @throws Error when it was not answered as it should be */
  readonly run: (post: Post, member: Member) => Promise<string>;
}

const round = '';

/** Each writes: the same criterion, in other words than before, as a click on the card that the answer before it showed. */
async function save(post: Post, member: Member): Promise<string> {
  member.saves += 1;
  const answer = await post.invoke(member, 'assess.save', {
    ...member.whose,
    criterion: 'CN1',
    base: member.base,
    rating: member.saves % 2 === 0 ? 'met' : 'notMet',
    words: `Hoàn thành tốt nhiệm vụ chuyên môn được giao trong năm, lần ghi thứ ${member.saves}.`,
    reason: '',
    goTo: 'stay',
  });
  const base = /"base":"([^"]+)"/.exec(answer)?.[1] ?? '';
  if (base === member.base) throw new Error('nothing was saved');
  member.base = base;
  const [, shownRound = '', candidate = ''] = /"round":"([^"]+)","candidate":"([^"]+)"/.exec(answer) ?? [];
  member.whose = { round: shownRound, candidate };
  return answer;
}

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'assess.save': { people: 200, again: true, run: save },
  'nomination.submit': {
    people: Number.POSITIVE_INFINITY,
    again: false,
    run: (post, member) =>
      post.invoke(member, 'nomination.submit', { round, candidate: '', rev: member.rev, confirm: 'yes' }),
  },
  'dossier.show': {
    people: 200,
    again: true,
    run: (post, member) => post.invoke(member, 'dossier.show', { round, candidate: '' }),
  },
  'việc của tôi': { people: 600, again: true, run: (post, member) => post.text(member, 'việc của tôi') },
};

/** What is asked of an echo, which knows no base and no revision. */
export const echoScenario = (name: ScenarioName): Scenario => ({
  ...scenarios[name],
  again: true,
  run: (post, member) => {
    if (name !== 'assess.save') return scenarios[name].run(post, member);
    return post.invoke(member, name, {
      ...{ round, candidate: '', criterion: 'CN1', base: '', rating: 'met', reason: '', goTo: 'stay' },
      words: 'Hoàn thành tốt nhiệm vụ chuyên môn được giao trong năm, lần ghi thứ 1.',
    });
  },
});
