import { CodedError } from '../../domain/errors.ts';
import type { Attachment, Attachments } from '../../ports/files.ts';

interface AttachmentOptions {
  /** Hosts that pre-authenticated addresses may name; the address comes from outside, so anything else is refused. */
  readonly allowHost: (url: URL) => boolean;
  /** The connector's exact hosts: the only ones that are ever shown the bot's token. */
  readonly connectorHost: (url: URL) => boolean;
  /** The bot's bearer token; none in local mode. */
  readonly token?: () => Promise<string>;
  /** For the whole download. */
  readonly timeoutMs?: number;
}

const MEGABYTE = 1024 * 1024;

/** Downloads into memory, at most `maxBytes`; the sender's word on the length is not trusted, redirects are not followed. */
export function createAttachments(options: AttachmentOptions): Attachments {
  const { timeoutMs = 15_000 } = options;
  return {
    requireAllowed: (attachment) => void addressOf(attachment, options),
    async fetch(attachment, maxBytes) {
      const url = addressOf(attachment, options);
      try {
        const response = await fetch(url, {
          headers: await headersFor(attachment, url, options),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        return await readBody(attachment, response, maxBytes);
      } catch (error) {
        if (error instanceof CodedError) throw error;
        throw unavailable(attachment, reasonOf(error));
      }
    },
  };
}

/** @throws CodedError FILE_HOST; also for other schemes: `fetch` would read `data:` addresses */
function addressOf({ name, url: given, kind }: Attachment, { allowHost, connectorHost }: AttachmentOptions): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
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

async function readBody(attachment: Attachment, response: Response, maxBytes: number): Promise<Uint8Array> {
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
  let bytes = Buffer.allocUnsafeSlow(Math.max(announced(response), 1));
  let total = 0;
  // Leaving the loop cancels the download.
  for await (const chunk of response.body ?? []) {
    if (total + chunk.byteLength > maxBytes) throw tooBig;
    if (total + chunk.byteLength > bytes.byteLength) bytes = larger(bytes, total + chunk.byteLength);
    bytes.set(chunk, total);
    total += chunk.byteLength;
  }
  return bytes.subarray(0, total);
}

/** By what is announced, the room is taken once: a file in pieces, and once more put together, takes twice its size. */
const announced = ({ headers }: Response): number =>
  headers.has('content-encoding') ? 0 : Number(headers.get('content-length') ?? 0);

function larger(bytes: Uint8Array, least: number): Buffer<ArrayBuffer> {
  const made = Buffer.allocUnsafeSlow(Math.max(least, 2 * bytes.byteLength));
  made.set(bytes);
  return made;
}

const unavailable = ({ name }: Attachment, reason: string) => new CodedError('FILE_UNAVAILABLE', { name, reason });

/** Never the message: it may repeat the address, which opens the file to whoever reads it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
