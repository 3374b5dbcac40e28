import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

type Props = { onFile: (file: File) => void; onSample: (name: string) => void };
type Sample = { name: string; hint: { vi: string; en: string } };

/** Files of the computer, or a sample by one click. */
export function AttachMenu({ onFile, onSample }: Props) {
  const texts = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        data-testid="attach-input"
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <Popover label={texts.attach} testId="attach" side="above" button={<Icon name="attach" />}>
        {(close) => (
          <>
            <button
              type="button"
              class="menu-item"
              data-testid="attach-computer"
              onClick={() => {
                input.current?.click();
                close();
              }}
            >
              <span class="menu-icon">
                <Icon name="upload" size={18} />
                {texts.fromComputer}
              </span>
            </button>
            <p class="menu-heading">{texts.sampleFiles}</p>
            <Samples
              onPick={(name) => {
                onSample(name);
                close();
              }}
            />
            <p class="menu-foot">{texts.pasteHint}</p>
          </>
        )}
      </Popover>
    </>
  );
}

function Samples({ onPick }: { onPick: (name: string) => void }) {
  const language = useStore((state) => state.language);
  const [samples, setSamples] = useState<Sample[]>([]);
  useEffect(() => {
    void api().samples().then(setSamples);
  }, []);
  return (
    <>
      {samples.map(({ name, hint }) => (
        <button
          type="button"
          class="menu-item"
          key={name}
          data-testid="sample-file"
          data-name={name}
          onClick={() => onPick(name)}
        >
          <span class="menu-icon">
            <Icon name={name.endsWith('.png') ? 'image' : 'document'} size={18} />
            {name}
          </span>
          <span class="menu-note">{hint[language]}</span>
        </button>
      ))}
    </>
  );
}
