import { readFileSync } from 'node:fs';

/** Where the Teams app lies. */
export const folder = new URL('../../manifest/', import.meta.url);
export const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

interface Command {
  readonly title: string;
  readonly description: string;
}
interface Manifest {
  readonly version: string;
  readonly accentColor: string;
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly bots: readonly {
    readonly scopes: readonly string[];
    readonly supportsFiles: boolean;
    readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly Command[] }[];
  }[];
}
/** As it is committed, with its placeholders. */
export const manifest: Manifest = JSON.parse(read('manifest.json'));
export const english: Readonly<Record<string, string>> = JSON.parse(read('en.json'));
const [bot] = manifest.bots;

/** The commands that Teams offers in a scope to someone whose Teams is in this language. */
export function listed(scope: 'personal' | 'team', locale: 'vi' | 'en'): Command[] {
  const lists = bot?.commandLists ?? [];
  const place = lists.findIndex(({ scopes }) => scopes.includes(scope));
  return (lists[place]?.commands ?? []).map((command, i) => {
    const translated = (what: keyof Command) => english[`bots[0].commandLists[${place}].commands[${i}].${what}`] ?? '';
    return locale === 'vi' ? command : { title: translated('title'), description: translated('description') };
  });
}

/** What an office fills in. */
export const values = {
  TEAMS_APP_ID: '7c9a3b52-6f0e-4d6e-9c58-2f1f1a3f5b01',
  BOT_ID: '0d1f6c7e-3a54-4f0c-8d6b-5d2f7f3c9a02',
  DEVELOPER_NAME: 'Trung tâm "Ví dụ"',
  DEVELOPER_WEBSITE_URL: 'https://example.vn/tro-ly',
  DEVELOPER_PRIVACY_URL: 'https://example.vn/du-lieu-ca-nhan',
  DEVELOPER_TERMS_URL: 'https://example.vn/dieu-khoan',
};
