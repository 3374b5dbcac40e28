import assert from 'node:assert/strict';
import { CodedError } from '../../src/domain/errors.ts';
import { Refusal } from '../../src/pipeline/answer.ts';

/** Why it was refused; fails when it was not. */
export async function refusal(work: Promise<unknown>): Promise<CodedError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  assert.fail('expected a refusal');
}

/** The code alone, for tables. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => (await refusal(work)).code;

/** A refusal that leads back to a page. */
export async function wayBack(work: Promise<unknown>): Promise<Refusal> {
  const error = await refusal(work);
  assert.ok(error instanceof Refusal, `${error.code} leads nowhere`);
  return error;
}
