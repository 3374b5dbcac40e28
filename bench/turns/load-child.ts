import { createPost, type Post } from './activities.ts';
import { crewOf, type Member } from './crew.ts';
import { drive, type StageTimes } from './load.ts';
import { type Ask, asksOf, type Told } from './load-process.ts';
import { startMicrosoft } from './microsoft.ts';
import { prepare } from './prepare.ts';
import { echoScenario, scenarios } from './scenarios.ts';

/** The world around the bots, in a process of its own: who speaks to them, and the services they speak to. */
const microsoft = await startMicrosoft();
const crews = new Map<string, Member[]>();
/** How many of each crew have sent their dossier. */
const sent = new Map<readonly Member[], number>();
/** Who sends a dossier is taken from the end: those at the front change theirs. */
const nextSender = (crew: readonly Member[]): Member | undefined => {
  const next = (sent.get(crew) ?? 0) + 1;
  sent.set(crew, next);
  return crew.at(-next);
};

function postTo({ url, tokens, aheadMs, onCard }: Ask['to'] & { onCard: boolean }): Post {
  const { serviceUrl, channelTokens, entraTokens } = microsoft;
  return createPost({ url, serviceUrl, tokens: tokens === 'entra' ? entraTokens : channelTokens, aheadMs, onCard });
}

function crewFor({ url, people }: { url: string; people: number }): Member[] {
  const crew = crews.get(url) ?? crewOf(people);
  crews.set(url, crew);
  return crew;
}

async function stage({ to, name, stage: asked }: Extract<Ask, { kind: 'stage' }>): Promise<StageTimes> {
  const scenario = to.isEcho ? echoScenario(name) : scenarios[name];
  const crew = crewFor(to);
  const post = postTo({ ...to, onCard: true });
  const free = crew.slice(0, Math.min(scenario.people, crew.length));
  const waiting: Member[] = scenario.again ? [...free] : [];
  try {
    return await drive(asked, async () => {
      const member = scenario.again ? waiting.shift() : nextSender(crew);
      if (member === undefined) throw new Error('nobody was free to take the turn');
      try {
        await scenario.run(post, member);
      } finally {
        if (scenario.again) waiting.push(member);
      }
    });
  } finally {
    post.close();
  }
}

async function answer(ask: Ask): Promise<Told> {
  switch (ask.kind) {
    case 'prepare': {
      const post = postTo({ ...ask.to, onCard: false });
      try {
        await prepare(post, crewFor(ask.to));
      } finally {
        post.close();
      }
      return { kind: 'prepared' };
    }
    case 'stage':
      return { kind: 'times', times: await stage(ask) };
    case 'sample': {
      const post = postTo({ ...ask.to, onCard: true });
      try {
        const member = nextSender(crewFor(ask.to));
        if (member === undefined) throw new Error('nobody is left to send a dossier');
        return { kind: 'body', body: await scenarios[ask.name].run(post, member) };
      } finally {
        post.close();
      }
    }
  }
}

asksOf(process, answer);
process.send?.({ url: microsoft.url, metadataUrl: microsoft.metadataUrl });
process.once('disconnect', () => process.exit(0));
