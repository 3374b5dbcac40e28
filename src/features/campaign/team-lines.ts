import { DateTime } from 'luxon';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { teamRecord } from '../../records/team.ts';

const mostTeams = 3;

/** Through which teams the bot reaches people who have not installed the app themselves, or why it does not: for whoever misses somebody. */
export async function teamLines(turn: Turn, texts: Texts): Promise<string[]> {
  const known = (await turn.list(teamRecord)).filter(({ data }) => data.isIn);
  if (known.length === 0) return [texts.t('words.campaign.teams.none')];
  return known.slice(0, mostTeams).map(({ data: { name, reason, readAt, ours } }) => {
    const team = name === '' ? texts.t('words.campaign.teams.nameless') : name;
    if (reason !== '') return texts.t('words.campaign.teams.refused', { team, reason });
    if (readAt === null) return texts.t('words.campaign.teams.waiting', { team });
    const at = DateTime.fromISO(readAt, { zone: turn.plan.zone });
    return texts.t('words.campaign.teams.read', { team, at, n: ours });
  });
}
