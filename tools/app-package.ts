import { readFileSync } from 'node:fs';
import path from 'node:path';
import localization from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json' with {
  type: 'json',
};
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json' with {
  type: 'json',
};
import ajv from 'ajv-draft-04';
import { zipSync } from 'fflate';
import { z } from 'zod';

// The schemas are of an older draft, and their patterns of the older notation.
const schemas = new ajv.default({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
const isManifest = schemas.compile(manifestSchema);
const isLanguage = schemas.compile(localization);

const guid = z.guid().regex(/[1-9a-f]/i);
const https = z.url({ protocol: /^https$/ }).max(2048);
const rules: Readonly<Record<string, { readonly rule: z.ZodType; readonly takes: string }>> = {
  TEAMS_APP_ID: {
    rule: guid,
    takes: 'the GUID of the Teams app; a new one, to be kept for ever: node -p "crypto.randomUUID()"',
  },
  BOT_ID: { rule: guid, takes: 'the GUID of the bot, its MicrosoftAppId' },
  DEVELOPER_NAME: {
    rule: z.string().max(32).regex(/\S/),
    takes: 'the name of who answers for the app, 32 letters at most',
  },
  DEVELOPER_WEBSITE_URL: { rule: https, takes: 'the address of a page about the app or its unit, by https' },
  DEVELOPER_PRIVACY_URL: { rule: https, takes: 'the address of the unit’s page on personal data, by https' },
  DEVELOPER_TERMS_URL: { rule: https, takes: 'the address of the unit’s terms of use, by https' },
};

type Values = Readonly<Record<string, string | undefined>>;
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export interface Manifest {
  readonly version: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo: { readonly additionalLanguages: readonly { readonly file: string }[] };
}

/**
 * The Teams app as it is uploaded: the manifest with its placeholders filled, its icons and its languages, all at the root of a zip archive.
 * @param folder where the manifest lies
 * @param values of the placeholders, by name
 * @throws Error whose message has a line for each thing that is wrong: the variable, what it got and what it takes, or the place in a file
 */
export function appPackage(folder: string, values: Values): { readonly version: string; readonly zip: Uint8Array } {
  const bytes = (name: string): Uint8Array => readFileSync(path.join(folder, name));
  const json = (name: string): Json => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

  const template = json('manifest.json');
  refuse(wrongValues(template, values));
  const filled = fill(template, values);
  const manifest = filled as unknown as Manifest;
  refuse(faults('manifest.json', isManifest, filled));
  const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
  refuse(languages.flatMap((file) => faults(file, isLanguage, json(file))));

  const others = [manifest.icons.color, manifest.icons.outline, ...languages];
  const files = Object.fromEntries(others.map((name) => [name, bytes(name)]));
  const zip = zipSync({ 'manifest.json': new TextEncoder().encode(`${JSON.stringify(filled, null, 2)}\n`), ...files });
  return { version: manifest.version, zip };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

const placeholder = /\$\{\{(.*?)\}\}/g;

function wrongValues(template: Json, values: Values): string[] {
  const names = [...JSON.stringify(template).matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(names)].flatMap((name) => {
    const { rule, takes } = rules[name] ?? { rule: z.string(), takes: 'a value' };
    const value = values[name] ?? '';
    const isGood = value !== '' && rule.safeParse(value).success;
    return isGood ? [] : [`${name}: got ${JSON.stringify(value)}, takes ${takes}`];
  });
}

function fill(node: Json, values: Values): Json {
  if (typeof node === 'string') return node.replace(placeholder, (_, name: string) => values[name] ?? '');
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((each) => fill(each, values));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, values)]));
}

function faults(file: string, check: typeof isManifest, content: Json): string[] {
  if (check(content)) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${file} ${instancePath}: ${message}`);
}
