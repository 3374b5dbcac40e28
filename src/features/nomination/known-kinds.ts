/** What the bytes of a file are: extension without the dot, and media type. */
export interface Found {
  readonly ext: string;
  readonly mime: string;
}
/** Of a kind that would be taken, and still not taken: the code of the refusal. */
export type Flaw = 'FILE_PASSWORD' | 'FILE_MACROS' | 'FILE_BROKEN' | 'FILE_TYPE';

const kinds: Readonly<Record<string, readonly string[]>> = {
  heic: ['heic', 'heif', 'avif'],
  office97: ['doc', 'xls', 'ppt'],
  opendocument: ['odt', 'ods', 'odp'],
  archive: ['zip', 'rar', '7z', 'gz', 'tar', 'bz2', 'xz'],
  video: ['mp4', 'mov', 'm4v', 'webm', 'mkv', 'avi', '3gp', 'mpg', 'asf'],
  audio: ['mp3', 'm4a', 'wav', 'ogg', 'opus', 'aac', 'amr', 'flac'],
  picture: ['webp', 'gif', 'bmp', 'tif', 'psd', 'jxl', 'icns', 'ico'],
};
/** Programs, and what is told by its name alone. */
const unnamed = ['exe', 'elf', 'macho', 'msi', 'dmg', 'apk', 'jar', 'class', 'wasm', 'deb', 'rpm', 'lnk', 'txt'];

/** Under what name people know this kind; `other` by its extension, nothing for programs. */
export function knownAs({ ext }: Found): { found: string; ext: string } | undefined {
  if (unnamed.includes(ext)) return undefined;
  return { found: Object.keys(kinds).find((kind) => kinds[kind]?.includes(ext)) ?? 'other', ext };
}
