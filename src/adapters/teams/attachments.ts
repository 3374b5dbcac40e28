import { CodedError } from '../../domain/errors.ts';
import { asUrl } from '../../domain/text/as-url.ts';
import type { Attachment, Attachments } from '../../ports/files.ts';

interface AttachmentOptions {
  /** Hosts that pre-authenticated addresses may name; the address comes from outside, so anything else is refused. */
  readonly allowHost: (url: URL) => boolean;
  /** The connector's exact hosts: the only ones that are ever shown the bot's token. */
  readonly connectorHost: (url: URL) => boolean;
  /** The bot's bearer token; none in local mode. */
  readonly token?: () => Promise<string>;
  /** For the whole download, and for the next of it to come. */
  readonly wholeMs?: number;
  readonly stalledMs?: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * Hands on what arrives, at most `maxBytes` of it, unpacked when it comes packed; the sender's word on the length is not trusted, redirects
 * are not followed.
 */
export function createAttachments(options: AttachmentOptions): Attachments {
  const { wholeMs = 60_000, stalledMs = 15_000 } = options;
  return {
    requireAllowed: (attachment) => void addressOf(attachment, options),
    async *fetch(attachment, maxBytes) {
      const url = addressOf(attachment, options);
      const patience = patienceFor(wholeMs, stalledMs);
      try {
        const response = await fetch(url, {
          headers: await headersFor(attachment, url, options),
          redirect: 'error',
          signal: patience.signal,
        });
        for await (const piece of bodyOf(attachment, response, maxBytes)) {
          patience.pause();
          yield piece;
          patience.resume();
        }
      } catch (error) {
        if (error instanceof CodedError) throw error;
        throw unavailable(attachment, reasonOf(error));
      } finally {
        patience.end();
      }
    },
  };
}

/** With a host: for all that it sends, and for the next of it; not with whoever takes what has come. */
function patienceFor(wholeMs: number, stalledMs: number) {
  const controller = new AbortController();
  const lose = (): void => controller.abort(new DOMException('the host takes too long', 'TimeoutError'));
  const whole = setTimeout(lose, wholeMs);
  let stalled = setTimeout(lose, stalledMs);
  return {
    signal: controller.signal,
    pause: (): void => clearTimeout(stalled),
    resume: (): void => {
      stalled = setTimeout(lose, stalledMs);
    },
    end: (): void => {
      clearTimeout(whole);
      clearTimeout(stalled);
    },
  };
}

/** @throws CodedError FILE_HOST; also for other schemes: `fetch` would read `data:` addresses */
function addressOf({ name, url: given, kind }: Attachment, { allowHost, connectorHost }: AttachmentOptions): URL {
  const url = asUrl(given);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === undefined || !isWeb || !(allowHost(url) || (kind === 'image' && connectorHost(url))))
    throw new CodedError('FILE_HOST', { name, host: url?.host ?? '' });
  return url;
}

async function headersFor(
  attachment: Attachment,
  url: URL,
  options: AttachmentOptions,
): Promise<Record<string, string>> {
  if (attachment.kind !== 'image' || options.token === undefined || !options.connectorHost(url)) return {};
  return { authorization: `Bearer ${await options.token()}` };
}

/** Leaving off cancels the download. */
async function* bodyOf(attachment: Attachment, response: Response, maxBytes: number): AsyncGenerator<Uint8Array> {
  const tooBig = new CodedError('FILE_TOO_BIG', {
    name: attachment.name,
    max: Math.round((maxBytes / MEGABYTE) * 10) / 10,
  });
  const refusal = !response.ok
    ? unavailable(attachment, `HTTP ${response.status}`)
    : Number(response.headers.get('content-length')) > maxBytes
      ? tooBig
      : undefined;
  if (refusal !== undefined) {
    await response.body?.cancel();
    throw refusal;
  }
  let total = 0;
  for await (const piece of response.body ?? []) {
    total += piece.byteLength;
    if (total > maxBytes) throw tooBig;
    yield piece;
  }
}

const unavailable = ({ name }: Attachment, reason: string) => new CodedError('FILE_UNAVAILABLE', { name, reason });

/** Never the message: it may repeat the address, which opens the file to whoever reads it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
