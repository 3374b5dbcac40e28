import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import { actedBy } from '../people/acted-by.ts';
import { formerWords } from './former.ts';

/** "Trưởng phòng Đỗ Ăn: đồng ý", and what was said where the candidate was before; for the council and whoever decides after the head. */
export async function opinionWords(turn: Turn, texts: Texts, nomination: Nomination): Promise<string> {
  const before = await formerWords(turn, texts, nomination);
  return [await ofHead(turn, texts, nomination), ...before.map(({ heading, text }) => `${heading}: ${text}`)].join(
    '\n',
  );
}

async function ofHead(turn: Turn, texts: Texts, { opinion, snapshot }: Nomination): Promise<string> {
  if (opinion === null) return texts.t(`words.award.opinion.${snapshot?.reviewerId ? 'awaited' : 'nobody'}`);
  if (opinion.kind === 'overdue') return texts.t('words.award.opinion.overdue');
  const said = texts.t(`words.award.opinion.${opinion.kind}`, { by: await actedBy(turn, texts, opinion) });
  return opinion.reason === '' ? said : `${said} ${opinion.reason}`;
}
