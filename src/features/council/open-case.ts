import { z } from 'zod';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import { councilCase } from './refs.ts';

export const openCaseInput = z.strictObject({ session: z.string(), candidate: z.string() });
type Input = z.infer<typeof openCaseInput>;

/** A case that comes up after another, or from the session's own button: saving stands where the click was, with the votes filled in. */
export const nextCase = ({ at }: Ctx, of: Input): PageRef => councilCase.ref({ ...of, opened: stamp(at) });

/** Opens a case to record the council's vote on it. */
export const openCase = async (ctx: Ctx, input: Input): Promise<Answer> => show(nextCase(ctx, input));
