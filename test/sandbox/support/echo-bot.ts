import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';

export type EchoBot = {
  url: string;
  adapter: CloudAdapter;
  /** Every activity received, in order. */
  heard: Partial<Activity>[];
  stop(): Promise<void>;
};

/** A bot on the real CloudAdapter without authentication; `onTurn` is the whole of it. */
export async function startEchoBot(onTurn: (context: TurnContext) => Promise<unknown>): Promise<EchoBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  const heard: Partial<Activity>[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    // The adapter turns timestamps into dates: keep what was on the wire.
    heard.push(structuredClone(body));
    await adapter.process(webRequest(request, body), webResponse(response), async (context) => {
      await onTurn(context);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    adapter,
    heard,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const webRequest = (request: IncomingMessage, body: Record<string, unknown>) => ({
  method: request.method ?? 'POST',
  headers: request.headers,
  body,
});

function webResponse(response: ServerResponse) {
  return {
    socket: response.socket,
    status: (code: number) => response.writeHead(code, { 'content-type': 'application/json' }),
    header: () => response,
    send: (body: unknown) => response.write(JSON.stringify(body)),
    end: () => response.end(),
  };
}
