import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { CodedError } from '../domain/errors.ts';
import type { FileGrant, Files, Links } from '../ports/files.ts';
import type { Locale } from '../ports/pages.ts';

export interface DownloadDeps {
  readonly links: Links;
  readonly files: Files;
  readonly sentenceFor: (error: unknown, locale: Locale) => string;
  readonly log: Logger;
  readonly limits?: Partial<DownloadLimits>;
}

export interface DownloadLimits {
  /** Open at once, of all files and of one owner's: a colleague's slow line must not keep the others out. */
  readonly open: number;
  readonly ofOwner: number;
  /** A reader who takes nothing for so long is gone. */
  readonly stalledMs: number;
  /** For a whole download: 19 MB at half a megabit a second take five minutes. */
  readonly wholeMs: number;
}

const usual: DownloadLimits = { open: 100, ofOwner: 8, stalledMs: 20_000, wholeMs: 600_000 };

const isHungUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Files for their links, read as slowly as they are taken: what is open costs a piece of a file each, and never the whole. */
export function createDownload({ links, files, sentenceFor, log, limits = {} }: DownloadDeps) {
  const { open, ofOwner, stalledMs, wholeMs } = { ...usual, ...limits };
  const reading = new Map<string, number>();
  let all = 0;

  function count(owner: string, by: 1 | -1): void {
    const now = (reading.get(owner) ?? 0) + by;
    if (now === 0) reading.delete(owner);
    else reading.set(owner, now);
    all += by;
  }

  async function send(res: Response, grant: FileGrant): Promise<boolean> {
    const file = await files.read(grant.owner, grant.sha256);
    if (file === undefined) return false;
    res.writeHead(200, {
      'content-type': grant.mediaType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(grant.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    res.setTimeout(stalledMs, () => res.destroy());
    const tooLong = setTimeout(() => res.destroy(), wholeMs);
    try {
      await pipeline(file.chunks, res);
    } catch (error) {
      // Who hangs up, or whom we hang up on, gets no other answer; what the disk did not give is ours to know.
      if (!isHungUp(error)) log.error({ err: error }, 'a download broke off');
      res.destroy();
    } finally {
      clearTimeout(tooLong);
    }
    return true;
  }

  /** A browser shows the sentence; whoever reads otherwise gets the code. */
  function sorry(req: Request, res: Response, { status, code }: { status: number; code: string }): void {
    if (req.headers.accept?.includes('text/html') !== true) {
      res.send(status, { code });
      return;
    }
    const locale = /^\s*en\b/i.test(req.headers['accept-language'] ?? '') ? 'en' : 'vi';
    const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${code}</title><p>${sentenceFor(new CodedError(code), locale)}</p></html>`;
    res.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    });
    res.end(html);
  }

  return async (req: Request, res: Response): Promise<void> => {
    const grant = links.open(String(req.params.token));
    if (grant === undefined) return sorry(req, res, { status: 404, code: 'LINK_EXPIRED' });
    if (all >= open || (reading.get(grant.owner) ?? 0) >= ofOwner)
      return sorry(req, res, { status: 503, code: 'DOWNLOADS_BUSY' });
    count(grant.owner, 1);
    try {
      if (!(await send(res, grant))) sorry(req, res, { status: 404, code: 'LINK_EXPIRED' });
    } finally {
      count(grant.owner, -1);
    }
  };
}
