import { createHash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { CodedError } from '../../domain/errors.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What a request claims about itself, to be compared with what its token says. */
export interface Claimed {
  readonly channelId: string;
  readonly serviceUrl: string;
}

/**
 * Whether this token comes from the channel service, is meant for this bot and for this request.
 * @param authorization the header as it came
 * @param claimed nothing as long as the request is not read
 * @throws CodedError TOKEN_REFUSED with the `reason`, for the log only; KEYS_UNAVAILABLE when it cannot be said
 */
export type TokenCheck = (authorization: string, claimed?: Claimed) => Promise<JWTPayload>;

interface TokenCheckOptions {
  readonly keys: SigningKeys;
  readonly issuer: string;
  /** The app id. */
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Validated tokens that are remembered. */
  readonly remembered?: number;
}

interface Valid {
  readonly claims: JWTPayload;
  readonly endorsements: readonly string[];
  /** Seconds since 1970. */
  readonly exp: number;
}
interface Remembered extends Valid {
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** By which the service's clock and ours may differ, as the SDK has it; seconds. */
const skew = 300;
const refused = (reason: string): CodedError => new CodedError('TOKEN_REFUSED', { reason });

/** The signature is looked at anew so often, with the keys of then: without it a token of years would outlive the key that was withdrawn. */
const longestMs = 24 * 3_600_000;

/**
 * Validates a token once and remembers it, by its hash, until it expires, and a day at the longest; what depends on the request is compared
 * each time. How far ahead a token may expire is the service's own: it documents no limit, and a bot that had one would be deaf to all
 * of Teams on the day on which it is passed.
 */
export function createTokenCheck(options: TokenCheckOptions): TokenCheck {
  const { now, remembered = 1_000 } = options;
  const known = new Map<string, Remembered>();

  function remember(hash: string, valid: Valid): void {
    const until = Math.min(valid.exp * 1_000, now() + longestMs);
    if (known.size >= remembered) for (const oldest of [...known.keys()].slice(0, 1)) known.delete(oldest);
    known.set(hash, { ...valid, until });
  }

  async function validOf(token: string): Promise<Valid> {
    const hash = createHash('sha256').update(token).digest('base64');
    const seen = known.get(hash);
    if (seen !== undefined && now() < seen.until) return seen;
    known.delete(hash);
    const valid = await validate(token, options);
    remember(hash, valid);
    return valid;
  }

  return async (authorization, claimed) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    if (token === undefined) throw refused('no token');
    const { claims, endorsements } = await validOf(token);
    if (claimed === undefined) return claims;
    if (endorsements.length > 0 && !endorsements.includes(claimed.channelId)) throw refused('channel not endorsed');
    if (claims.serviceurl !== claimed.serviceUrl) throw refused('another service address');
    return claims;
  };
}

async function validate(token: string, { keys, issuer, audience, now }: TokenCheckOptions): Promise<Valid> {
  let endorsements: readonly string[] = [];
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const found = kid === undefined ? undefined : await keys.find(kid);
        if (found === undefined) throw refused('unknown key');
        endorsements = found.endorsements;
        return found.key;
      },
      {
        algorithms: ['RS256'],
        issuer,
        audience,
        clockTolerance: skew,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
      },
    );
    return { claims: payload, endorsements, exp: payload.exp ?? 0 };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refused(error.message);
    throw error;
  }
}
