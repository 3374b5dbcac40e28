import type { MemberFound, MembersPage, Messenger, PostOutcome, Reopened } from '../../ports/messenger.ts';
import type { Metrics } from './metrics.ts';

type Outcome = PostOutcome | Reopened | MembersPage | MemberFound;

/**
 * The messenger, its requests timed and counted by outcome.
 * @param hear told each request's outcome
 */
export function meteredMessenger(
  messenger: Messenger,
  {
    sends,
    hear,
  }: Pick<Metrics, 'sends'> & { readonly hear: (request: keyof Messenger, outcome: Outcome['kind']) => void },
): Messenger {
  const timed =
    <A extends unknown[], T extends Outcome>(request: keyof Messenger, ask: (...asked: A) => Promise<T>) =>
    async (...asked: A): Promise<T> => {
      const end = sends.startTimer({ request });
      const told = await ask(...asked);
      end({ outcome: told.kind });
      hear(request, told.kind);
      return told;
    };
  return {
    post: timed('post', messenger.post),
    update: timed('update', messenger.update),
    remove: timed('remove', messenger.remove),
    reopen: timed('reopen', messenger.reopen),
    members: timed('members', messenger.members),
    member: timed('member', messenger.member),
  };
}
