import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openLog } from '../../src/compose/log.ts';
import { CodedError, Fault } from '../../src/domain/errors.ts';
import { StoreError } from '../../src/ports/store.ts';

const name = 'Nguyễn Thị Hồng Đào';

function logged(error: unknown): string {
  const lines: string[] = [];
  openLog('error', { write: (line) => void lines.push(line) }).error({ err: error }, 'failed');
  assert.equal(lines.length, 1);
  return lines[0] ?? '';
}
/** As the connector's client throws it. */
function restError(): Error {
  class RestError extends Error {
    readonly statusCode = 400;
    readonly code = 'BadArgument';
    readonly body = { error: { message: name } };
    readonly request = { body: JSON.stringify({ card: name }), headers: { authorization: 'Bearer abc' } };
    readonly response = { bodyAsText: name };
    readonly details = { text: name };
  }
  return new RestError(`Unexpected card {"text":"${name}"}`);
}
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the log of an error', () => {
  const telling: Record<string, () => unknown> = {
    'the connector’s error': restError,
    'one of its kind behind ours': () => new StoreError('Unavailable', 'x', { cause: restError() }),
    'what a parser repeats': () => thrown(() => JSON.parse(`{"name": "${name}`)),
    'a refusal with facts': () => new CodedError('CANDIDATE_TWICE', { name }),
    'a fault of the language that repeats a value': () => thrown(() => 'x' in (name as unknown as object)),
    'a library’s sentence': () => new Error(`cannot render ${name}`),
    'a text instead of an error': () => `cannot render ${name}`,
    'an object instead of an error': () => ({ name, authorization: 'Bearer abc' }),
    'more of a heap of errors': () => new AggregateError([restError()], name),
  };
  for (const [what, error] of Object.entries(telling))
    it(`${what}: nobody’s name, no card, no token`, () => {
      assert.doesNotMatch(logged(error()), /Nguyễn|Hồng Đào|Bearer|card"/);
    });
  it('tells what it is and where it came from', async () => {
    const err = JSON.parse(logged(new StoreError('Unavailable', 'person:1', { cause: restError() }))).err;
    assert.deepEqual([err.type, err.code, err.message], ['StoreError', 'Unavailable', 'Unavailable: person:1']);
    assert.deepEqual([err.cause.type, err.cause.code, err.cause.statusCode], ['RestError', 'BadArgument', 400]);
    assert.match(err.stack, /^ +at .*log\.spec\.ts/);
    assert.match(logged(new Fault('UNKNOWN_PAGE', 'x.show')), /UNKNOWN_PAGE: x\.show/);
    assert.match(logged(thrown(() => (undefined as unknown as { a: 1 }).a)), /reading 'a'/);
    assert.match(logged(await readFile('/no/such').catch((error: unknown) => error)), /ENOENT.*\/no\/such/);
  });
});
