import type { Reach } from '../../shared/types.ts';
import { coloursOf, initialsOf } from '../format/names.ts';

type Props = { id: string; name: string; size?: number; reach?: Reach };

/** A person's disc with initials; with `reach`, the badge of whether the bot can write to them. */
export function Avatar({ id, name, size = 32, reach }: Props) {
  const [background, colour] = coloursOf(id);
  const style = { background, color: colour, width: size, height: size, fontSize: Math.round(size * 0.4) };
  return (
    <span class="avatar" style={style} aria-hidden="true">
      {initialsOf(name)}
      {reach && <span class={`presence presence-${reach}`} />}
    </span>
  );
}

export function BotAvatar({ size = 32 }: { size?: number }) {
  return <img class="bot-avatar" src="/favicon.ico" width={size} height={size} alt="" />;
}

export function TeamAvatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <span
      class="team-avatar"
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
