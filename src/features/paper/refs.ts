import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

export const candidateFields = { round: z.string().max(40).default(''), candidate: z.string().max(100) };
const candidateParams = z.strictObject(candidateFields);
export const findFields = {
  round: z.string().max(40).default(''),
  name: z.string().max(200).default(''),
  page: z.string().max(6).default('0'),
};

export const paperFind = pageName('paper.find', z.strictObject(findFields));
export const paperForm = pageName('paper.form', candidateParams);
export const paperDrop = pageName('paper.drop', candidateParams);
/** To the candidate: somebody enters their dossier. */
export const paperNotice = pageName('paper.notice', candidateParams);
