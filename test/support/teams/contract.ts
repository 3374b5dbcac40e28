import { existsSync, readFileSync } from 'node:fs';
import ajv from 'ajv-draft-04';
import { DateTime } from 'luxon';
import type { LedgerRequest } from '../../../sandbox/server/ledger.ts';

/** Microsoft's description of the connector (Swagger 2.0); it lies beside the project where it is at hand, and is no part of it. */
const file = new URL('../../../../shared/schemas/bot-connector-v3.swagger.json', import.meta.url);

type Schema = { [name: string]: unknown };
interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly responses: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Swagger {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/**
 * What Teams answers beyond the description, which is that of all channels: who a member is (`TeamsChannelAccount` of Microsoft's SDK for
 * Teams), and why writing is blocked (its page on proactive messages: `subCode`, `errorCode`). In answers alone: what the bot sends is
 * checked as the description has it.
 */
const ofTeams: Readonly<Record<string, readonly string[]>> = {
  ChannelAccount: ['objectId', 'givenName', 'surname', 'email', 'userPrincipalName', 'tenantId', 'userRole'],
  ErrorResponse: ['errorCode', 'subCode'],
};

/** Fields that are not described are none: the description itself forbids nothing. */
function closed(definitions: Swagger['definitions'], more: typeof ofTeams): Record<string, Schema> {
  const close = ([name, schema]: [string, Schema]): [string, Schema] => {
    const properties = (schema.properties ?? {}) as Schema;
    if (schema.type !== 'object' || Object.keys(properties).length === 0) return [name, schema];
    const extra = Object.fromEntries((more[name] ?? []).map((field) => [field, {}]));
    return [name, { additionalProperties: false, ...schema, properties: { ...properties, ...extra } }];
  };
  return Object.fromEntries(Object.entries(definitions).map(close));
}

const formats = {
  'date-time': (text: string): boolean => DateTime.fromISO(text).isValid,
  byte: true,
  int32: true,
  double: true,
} as const;

function validator(definitions: Record<string, Schema>) {
  const schemas = new ajv.default({ allErrors: true, strict: false, formats });
  const compiled = new Map<Schema, ReturnType<typeof schemas.compile>>();
  return (schema: Schema, value: unknown): string[] => {
    const validate = compiled.get(schema) ?? schemas.compile({ ...schema, definitions });
    compiled.set(schema, validate);
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
    );
  };
}

/** @returns undefined where the description is not at hand; otherwise what a call or its answer has that it does not allow */
export function openContract(): ((request: LedgerRequest) => string[]) | undefined {
  if (!existsSync(file)) return undefined;
  const { paths, definitions } = JSON.parse(readFileSync(file, 'utf8')) as Swagger;
  const asked = validator(closed(definitions, {}));
  const answered = validator(closed(definitions, ofTeams));
  const known = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: new RegExp(`^/connector${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      operation,
    })),
  );

  return ({ method, target, body, answer, status }) => {
    const { pathname, searchParams } = new URL(target, 'http://connector');
    const operation = known.find((each) => each.method === method && each.path.test(pathname))?.operation;
    if (operation === undefined) return ['there is no such call'];
    const queries = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const schema = operation.parameters.find((each) => each.in === 'body')?.schema;
    const response = operation.responses[status] ?? operation.responses.default;
    return [
      ...[...searchParams.keys()].filter((name) => !queries.includes(name)).map((name) => `${name} is no parameter`),
      ...(body === undefined ? [] : schema === undefined ? ['it takes no body'] : asked(schema, body)),
      ...(status === 0 ? [] : response === undefined ? [`${status} is no answer`] : answersOf(response.schema, answer)),
    ];
  };

  /** Files are bytes. */
  function answersOf(schema: Schema | undefined, answer: unknown): string[] {
    if (schema === undefined) return answer === undefined ? [] : ['the answer has no body'];
    if (schema.type === 'file') return Buffer.isBuffer(answer) ? [] : ['the answer is no file'];
    return answered(schema, answer).map((problem) => `answer: ${problem}`);
  }
}
