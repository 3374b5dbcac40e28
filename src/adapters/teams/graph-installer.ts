import { z } from 'zod';
import type { Installer, InstallOutcome } from '../../ports/installer.ts';
import { retryAfterMs } from './retry-after.ts';

interface InstallerOptions {
  /** Without a slash at the end. */
  readonly graph: string;
  /** The bot's own token for it. */
  readonly token: () => Promise<string>;
  /** The app's id in the organisation's catalog, which is not that of its manifest. */
  readonly catalogApp: string;
  /** For one request; as long as one to the connector may take. */
  readonly timeoutMs?: number;
}

const refusal = z.object({ error: z.object({ code: z.string() }) });

/** Microsoft Graph, of which this is all that is asked: `POST /users/{id}/teamwork/installedApps`. */
export function createInstaller({ graph, token, catalogApp, timeoutMs = 9_500 }: InstallerOptions): Installer {
  const app = `${graph}/v1.0/appCatalogs/teamsApps/${catalogApp}`;
  return {
    async install(aadObjectId) {
      let authorization: string;
      try {
        authorization = `Bearer ${await token()}`;
      } catch (error) {
        return { kind: 'retry', reason: `no token: ${nameOf(error)}` };
      }
      try {
        const response = await fetch(`${graph}/v1.0/users/${encodeURIComponent(aadObjectId)}/teamwork/installedApps`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ 'teamsApp@odata.bind': app }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        return outcomeOf(response, await response.text());
      } catch (error) {
        return { kind: 'retry', reason: nameOf(error) };
      }
    },
  };
}

function outcomeOf({ status, headers }: Response, body: string): InstallOutcome {
  if (status >= 200 && status < 300) return { kind: 'installed' };
  if (status === 409) return { kind: 'already' };
  // Never the sentence: it may name whom it is about.
  const reason = [status, codeIn(body)].filter(Boolean).join(' ');
  if (status !== 408 && status !== 429 && status < 500) return { kind: 'refused', reason };
  const afterMs = retryAfterMs(headers.get('retry-after') ?? undefined, Date.now());
  return { kind: 'retry', reason, ...(afterMs === undefined ? {} : { afterMs }) };
}

function codeIn(body: string): string {
  try {
    return refusal.safeParse(JSON.parse(body)).data?.error.code ?? '';
  } catch {
    return '';
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
