import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatView } from '../../shared/types.ts';
import { api, toast } from '../state/session.ts';
import { setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AttachMenu } from './attach-menu.tsx';
import { CommandChips } from './command-chips.tsx';
import { Icon } from './icon.tsx';

type Props = { chat: ChatView; replyTo: string; onReplyEnd: () => void };

const drafts = new Map<string, string>();

/** Where a message is written. In a channel, @ mentions the bot: it hears nothing else there. */
export function Composer({ chat, replyTo, onReplyEnd }: Props) {
  const texts = useTexts();
  const me = useStore((state) => state.me);
  const botName = useStore((state) => state.botName);
  const draft = `${me} ${chat.id}`;
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const [mention, setMention] = useState(false);
  const aim = useStore((state) => state.aim);
  const box = useRef<HTMLTextAreaElement>(null);
  const isChannel = chat.kind === 'channel';

  useEffect(() => {
    drafts.set(draft, text);
  }, [text, draft]);

  useEffect(() => {
    if (replyTo) box.current?.focus();
  }, [replyTo]);

  useEffect(() => {
    if (!aim) return;
    if (aim.kind === 'edit') setText(aim.message.text);
    box.current?.focus();
  }, [aim]);

  function aimNoMore() {
    if (aim?.kind === 'edit') setText('');
    setState({ aim: undefined });
  }

  /** Tells when the bot could not take what was sent. */
  async function report(sent: Promise<{ botStatus: number | null }>) {
    const { botStatus } = await sent;
    if (botStatus === null || (botStatus >= 200 && botStatus < 300)) return;
    toast({ title: botName, text: botStatus === 0 ? texts.botSilent : texts.botRefused(botStatus) });
  }

  function say(said: string, mentions: boolean) {
    void report(api().say(chat.id, { text: said, mention: mentions, ...(replyTo ? { threadId: replyTo } : {}) }));
    onReplyEnd();
  }

  function send() {
    const said = text.trim();
    if (!said) return;
    setText('');
    setMention(false);
    if (!aim) return say(said, mention);
    setState({ aim: undefined });
    void report(api()[aim.kind](chat.id, aim.message.id, said));
  }

  function onInput(value: string) {
    const mentions = isChannel && /(^|\s)@$/.test(value);
    if (mentions) setMention(true);
    setText(mentions ? value.slice(0, -1) : value);
  }

  function onPaste(event: ClipboardEvent) {
    const image = [...(event.clipboardData?.files ?? [])].find(
      ({ type }) => type === 'image/png' || type === 'image/jpeg',
    );
    if (!image) return;
    event.preventDefault();
    void report(api().pasteImage(chat.id, image));
  }

  const placeholder = isChannel ? (replyTo ? texts.composerReply : texts.composerChannel) : texts.composer;
  return (
    <footer class="composer-area">
      <CommandChips
        isChannel={isChannel}
        onPick={(command) => {
          say(command, isChannel);
          box.current?.focus();
        }}
      />
      {aim && (
        <p class="reply-note" data-testid="aim">
          <Icon name={aim.kind} size={14} />
          {aim.kind === 'edit' ? texts.editing : texts.quoting}
          <button type="button" class="link-button" onClick={aimNoMore}>
            {texts.cancelAim}
          </button>
        </p>
      )}
      {replyTo && (
        <p class="reply-note">
          <Icon name="reply" size={14} />
          {texts.composerReply}
          <button type="button" class="link-button" onClick={onReplyEnd}>
            {texts.cancelReply}
          </button>
        </p>
      )}
      <div class="composer">
        {mention && (
          <button type="button" class="mention-token" aria-label={texts.close} onClick={() => setMention(false)}>
            {botName}
            <Icon name="close" size={12} />
          </button>
        )}
        <textarea
          ref={box}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          data-testid="composer"
          onInput={(event) => onInput(event.currentTarget.value)}
          onPaste={onPaste}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
              event.preventDefault();
              send();
            }
            if (event.key === 'Backspace' && mention && !text) setMention(false);
          }}
        />
        {isChannel && (
          <button
            type="button"
            class="tool"
            aria-label={texts.mentionBot}
            title={texts.mentionBot}
            aria-pressed={mention}
            data-testid="mention"
            onClick={() => {
              setMention(!mention);
              box.current?.focus();
            }}
          >
            <Icon name="mention" />
          </button>
        )}
        <AttachMenu
          onFile={(file) => void report(api().upload(chat.id, file, file.name))}
          onSample={(name) => void report(api().uploadSample(chat.id, name))}
        />
        <button
          type="button"
          class="tool send"
          aria-label={texts.send}
          title={texts.send}
          data-testid="send"
          disabled={!text.trim()}
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
      {isChannel && !mention && <p class="composer-note">{texts.notHeard}</p>}
    </footer>
  );
}
