import type { Message } from '../../shared/types.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';

type Props = { quote: NonNullable<Message['quote']> };

/** What a message quotes, with whoever wrote it; of what is forwarded Teams does not say. */
export function QuoteView({ quote: { author, text, isForwarded } }: Props) {
  const texts = useTexts();
  const name = useStore((state) =>
    author.kind === 'person' ? state.people.find(({ key }) => key === author.key)?.fullName : state.botName,
  );
  return (
    <blockquote class="quote" data-testid="quote-shown">
      <span class="quote-head">{isForwarded ? texts.forwarded : name}</span>
      {text}
    </blockquote>
  );
}
