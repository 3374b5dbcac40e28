import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What an image says of how it is run. */
export interface ImageConfig {
  readonly User: string;
  readonly Env: readonly string[];
  readonly Cmd: readonly string[];
  readonly WorkingDir: string;
  readonly Volumes: Readonly<Record<string, object>>;
  readonly Labels: Readonly<Record<string, string>>;
}

export interface ImageStore {
  /** For programs that build: into this store, without the rights that this machine may not have. */
  readonly env: NodeJS.ProcessEnv;
  /** What the Node that runs this needs of Debian, unpacked and not set up, and this Node. @returns its name; undefined when no mirror has it */
  makeBase(): string | undefined;
  config(image: string): ImageConfig;
  /** @returns the folder with its whole file system */
  mount(image: string): string;
  remove(): void;
}

const programs = ['buildah', 'mmdebstrap', 'unshare'];

/** What this machine lacks to build and run an image; undefined when nothing. */
export function lacking(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'the root user of a Linux machine';
  return (
    programs.find((program) => !runs('sh', '-c', `command -v ${program}`)) ?? (mayMount() ? undefined : 'mounting')
  );
}

const mayMount = (): boolean => runs('unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt');

function runs(program: string, ...words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Images of a test alone, gone with it. */
export function openImageStore(): ImageStore {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-image-'));
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(
    at('storage.conf'),
    `[storage]\ndriver = "vfs"\ngraphroot = "${at('images')}"\nrunroot = "${at('runs')}"\n`,
  );
  const env = { ...process.env, CONTAINERS_STORAGE_CONF: at('storage.conf'), BUILDAH_ISOLATION: 'chroot' };
  const run = (program: string, ...words: string[]): string =>
    execFileSync(program, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

  return {
    env,
    makeBase: () => {
      const release = /^VERSION_CODENAME=(.+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable';
      const parts = '--include=libstdc++6,coreutils,dash';
      if (!runs('mmdebstrap', '--variant=extract', parts, release, at('debian.tar'))) return undefined;
      copyFileSync(process.execPath, at('node'));
      writeFileSync(at('Containerfile'), 'FROM scratch\nADD debian.tar /\nCOPY node /usr/local/bin/node\n');
      run('buildah', 'build', '--file', at('Containerfile'), '--tag', 'base', folder);
      return 'localhost/base';
    },
    config: (image) => JSON.parse(run('buildah', 'inspect', '--type', 'image', image)).OCIv1.config,
    mount: (image) => run('buildah', 'mount', run('buildah', 'from', '--pull-never', image)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
