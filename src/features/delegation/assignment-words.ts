import { formatIsoDate } from '../../domain/text/format.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { actedBy } from '../../model/people/acted-by.ts';
import { departmentOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { RecordedAssignment } from '../../records/delegation.ts';
import type { Post } from './posts.ts';

/** "Phụ trách Phòng Tư vấn – Giới thiệu việc làm", "Thư ký Hội đồng". */
export async function postWords(turn: Turn, texts: Texts, { post, departmentId }: Omit<Post, 'of'>): Promise<string> {
  const department = departmentId === '' ? '' : (await departmentOf(turn, departmentId)).data.name;
  return texts.t(`words.delegation.post.${post}`, { department });
}

type Told = Pick<RecordedAssignment, 'post' | 'departmentId' | 'of' | 'to' | 'from' | 'until' | 'number' | 'issuedOn'>;

/** All that there is to say of an assignment. */
export async function assignmentWords(turn: Turn, texts: Texts, told: Told) {
  const { from, until, number, issuedOn } = told;
  return {
    post: await postWords(turn, texts, told),
    who: await actedBy(turn, texts, { by: told.to, inPlaceOf: told.of }),
    period: upperFirst(periodWords(texts, from, until)),
    paper:
      number === '' || issuedOn === null
        ? ''
        : texts.t('words.delegation.paper', { number, on: formatIsoDate(issuedOn) }),
  };
}

const periodWords = (texts: Texts, from: string, until: string | null): string =>
  until === null
    ? texts.t('words.delegation.from', { from: formatIsoDate(from) })
    : texts.t('words.delegation.fromUntil', { from: formatIsoDate(from), until: formatIsoDate(until) });
