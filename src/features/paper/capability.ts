import { z } from 'zod';
import { currentRound } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { dropPage } from './drop.page.ts';
import { dropPaper, dropPaperInput } from './drop-paper.ts';
import { findPage, mayFind } from './find.page.ts';
import { formPage } from './form.page.ts';
import { noticePage } from './notice.page.ts';
import { findFields, paperFind } from './refs.ts';
import { takePaper, takePaperInput } from './take-paper.ts';
import { paperTodos } from './todos.ts';

const findInput = z.strictObject(findFields);

/** @throws CodedError PAPER_NOT_YOURS; NO_ROUND before the first one opens */
async function findWhose(ctx: Ctx, input: z.infer<typeof findInput>): Promise<Answer> {
  requireMay(ctx, mayFind, 'PAPER_NOT_YOURS');
  const round = input.round === '' ? (await currentRound(ctx)).data.round : input.round;
  return show(paperFind.ref({ ...input, round }));
}

/** Dossiers of people who sign on paper: entered by the office or the head, with the scan, in both names. */
export const paper = capability({
  commands: [
    {
      name: 'paper',
      isFor: mayFind,
      where: 'personal',
      inRound: 'underWay',
      longestText: 200,
      run: (ctx, rest) => findWhose(ctx, { round: '', name: rest, page: '0' }),
    },
  ],
  verbs: [
    verb('paper.find', findInput, findWhose),
    verb('paper.take', takePaperInput, takePaper),
    verb('paper.drop', dropPaperInput, dropPaper),
  ],
  pages: [findPage, formPage, dropPage, noticePage],
  todos: paperTodos,
});
