import fc from 'fast-check';
import type { z } from 'zod';

const sentence = 'Phòng Tư vấn và Giới thiệu việc làm đề nghị xét tặng Giấy khen năm 2026; ';
/** Words that a template, a message or a Markdown reader might take for its own. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    'Nguyễn Thị Ánh Tuyết',
    sentence.repeat(20),
    '${x}',
    '${name} ${t.heading} ${$root.lang}',
    '{x} {name}',
    '{{x}} {{name}}',
    "O'Neil '{name}'",
    '**đậm** [bấm](https://x.test) <b>',
    'dòng một\ndòng hai',
    'a,b',
    '0',
    'true',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const whole = fc.constantFrom(0, 1, 2, 3, 7, 11, 12, 25, 88, 100, 1_234, 100_000);

type Def = {
  readonly type: string;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly element?: z.core.$ZodType;
  readonly entries?: Record<string, string>;
  readonly options?: readonly z.core.$ZodType[];
  readonly values?: readonly unknown[];
  readonly innerType?: z.core.$ZodType;
};

/** Any view that a screen's schema lets through. */
export function anyViewOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  switch (def.type) {
    case 'string':
      return words;
    case 'number':
      return whole;
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'array':
      return fc.oneof(
        { weight: 4, arbitrary: fc.array(inner(def.element), { maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(inner(def.element), { minLength: 25, maxLength: 30 }) },
      );
    case 'union':
      return fc.oneof(...(def.options ?? []).map(anyViewOf));
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([k, v]) => [k, anyViewOf(v)])));
    default:
      throw new Error(`No random ${def.type} yet`);
  }
}

function inner(schema: z.core.$ZodType | undefined): fc.Arbitrary<unknown> {
  if (schema === undefined) throw new Error('An array of what?');
  return anyViewOf(schema);
}
