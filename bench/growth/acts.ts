import type { Post } from '../turns/activities.ts';
import { scenarios } from '../turns/scenarios.ts';
import type { Centre } from './centre.ts';
import { session } from './seed.ts';

export interface Act {
  readonly name: string;
  readonly run: (post: Post) => Promise<unknown>;
}

/** @param tabled candidates before the council; the first one's vote is recorded again and again */
export function acts({ officer, secretary, someone }: Centre, tabled: readonly string[]): readonly Act[] {
  const [candidate = ''] = tabled;
  let rev = 0;
  return [
    { name: 'assess.save', run: (post) => scenarios['assess.save'].run(post, someone) },
    { name: 'tiến độ', run: (post) => post.text(officer, 'tiến độ') },
    { name: 'đôn đốc', run: (post) => post.text(officer, 'đôn đốc') },
    {
      name: `council.save of ${tabled.length}`,
      run: (post) => {
        rev += 1;
        const votes = { level: 'unit', agree: '4', disagree: '0', note: `Ghi lần ${rev}`, outstanding: '' };
        return post.invoke(secretary, 'council.save', { session, candidate, rev: String(rev), ...votes });
      },
    },
  ];
}
