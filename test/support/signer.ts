import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export interface Signer {
  /** As it stands in the service's list of keys. */
  readonly jwk: Readonly<Record<string, unknown>>;
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
}

/** A key of the service, which by default may speak for Teams. */
export async function createSigner(kid: string, endorsements: readonly string[] = ['msteams']): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return {
    jwk: { ...(await exportJWK(publicKey)), kid, endorsements },
    sign: (claims, header) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(privateKey),
  };
}
