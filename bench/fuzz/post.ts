import { Agent, request } from 'node:http';

export interface Answered {
  /** 0: hung up on. */
  readonly status: number;
  readonly body: string;
}

/** One connection for each that is under way, kept. */
export function createPoster(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    post: (body: string, token: string | undefined): Promise<Answered> =>
      new Promise((resolve) => {
        const headers = {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        };
        const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
          answer.on('error', () => resolve({ status: 0, body: '' }));
        });
        asked.on('error', (error) => resolve({ status: 0, body: error.message })).end(body);
      }),
    close: () => agent.destroy(),
  };
}
export type Poster = ReturnType<typeof createPoster>;
