import { issuers } from '../../../src/bot/clouds.ts';

const [first = '', government = '', china = ''] = issuers;

export const publicCloud = first;
/** Of each cloud's connector. */
export const hostsOf: Readonly<Record<string, readonly string[]>> = {
  [publicCloud]: [
    'smba.trafficmanager.net',
    'smba.onyx.prod.teams.trafficmanager.net',
    'smba.infra.gcc.teams.microsoft.com',
  ],
  [government]: ['smba.infra.gov.teams.microsoft.us', 'smba.infra.dod.teams.microsoft.us'],
  [china]: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
};
export const everyHost = Object.values(hostsOf).flat();

/** Looks like the host, or is it by another way, and is not what Teams writes. */
export const nearMisses: readonly ((host: string, word: string) => string)[] = [
  (host, word) => `https://${host}.${word}.example/`,
  (host, word) => `https://${word}.${host}/`,
  (host, word) => `https://${word}${host}/`,
  (host, word) => `https://${word}-${host}/`,
  (host) => `https://${host.replace(/^[^.]+/, 'evil')}/`,
  (host) => `https://${host.replace(/^[^.]+\./, '')}/`,
  (host) => `https://${host}./`,
  (host, word) => `https://${host}@${word}.example/`,
  (host, word) => `https://${word}@${host}/`,
  (host, word) => `https://:${word}@${host}/`,
  (host, word) => `https://${word}.example/${host}`,
  (host, word) => `https://${word}.example#@${host}/`,
  (host, word) => `https://${word}.example?@${host}/`,
  (host, word) => `https://${word}.example\\@${host}/`,
  (host) => `http://${host}/`,
  (host) => `http://${host}:443/`,
  (host) => `ftp://${host}/`,
  (host) => `wss://${host}/`,
  (host) => `https://${host}:8443/`,
  (host) => `https://${host}:80/`,
  // A Cyrillic letter, and the same as it goes over the wire.
  (host) => `https://${host.replace(/[oa]/, (c) => (c === 'o' ? 'о' : 'а'))}/`,
  (host) => `https://xn--${host}/`,
  (host) => `https://${host}%00.example/`,
  (host) => `https://${host}%2eexample/`,
  (host) => `https://${host.replaceAll('.', '')}/`,
  (host) => `https://127.0.0.1/${host}`,
  (host) => `https://[::1]/${host}`,
  (host) => `//${host}/`,
  (host) => host,
  () => 'https://169.254.169.254/',
  () => 'data:text/plain,x',
  () => 'file:///etc/passwd',
];
