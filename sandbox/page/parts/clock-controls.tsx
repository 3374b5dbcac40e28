import { useEffect, useState } from 'preact/hooks';
import { dateOf, localIso, momentsOf, nextMorning, secondsOf, timeOf, weekdayOf } from '../format/time.ts';
import { api, clockNow } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

/** The instant that everybody lives in, and the buttons that move it. */
export function ClockControls() {
  const texts = useTexts();
  const now = useTicking();
  const buttons = [
    { testId: 'clock-hour', title: texts.plusHour, move: () => api().advanceClock({ hours: 1 }) },
    { testId: 'clock-day', title: texts.plusDay, move: () => api().advanceClock({ days: 1 }) },
    { testId: 'clock-workday', title: texts.nextMorning, move: () => api().setClock(nextMorning(now)) },
  ];
  return (
    <fieldset class="clock" aria-label={texts.clock}>
      <Popover label={texts.clock} testId="clock" buttonClass="clock-face" button={<Face now={now} />}>
        {(close) => (
          <div class="clock-menu">
            <div class="clock-quick">
              {buttons.map(({ testId, title, move }) => (
                <button type="button" class="plain-button" key={testId} data-testid={`${testId}-menu`} onClick={move}>
                  {title}
                </button>
              ))}
            </div>
            <JumpForm now={now} close={close} />
            <p class="menu-heading">{texts.moments}</p>
            {momentsOf(now).map(({ name, iso }) => (
              <button
                type="button"
                class="menu-item"
                key={name}
                data-testid="moment"
                data-moment={name}
                onClick={() => {
                  void api().setClock(iso);
                  close();
                }}
              >
                <span>{texts.momentNames[name]}</span>
                <span class="menu-note">{momentLabel(iso)}</span>
              </button>
            ))}
          </div>
        )}
      </Popover>
      <span class="clock-buttons">
        {buttons.map(({ testId, title, move }) => (
          <button type="button" class="clock-button" key={testId} data-testid={testId} onClick={move}>
            {title}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

function Face({ now }: { now: number }) {
  const texts = useTexts();
  return (
    <>
      <Icon name="clock" size={16} />
      <span class="clock-weekday">{weekdayOf(now, texts.weekdays)},</span>
      <span class="clock-date">{dateOf(now)}</span>
      <strong>
        {timeOf(now)}
        <span class="clock-seconds">:{secondsOf(now)}</span>
      </strong>
      <Icon name="down" size={12} />
    </>
  );
}

function JumpForm({ now, close }: { now: number; close: () => void }) {
  const texts = useTexts();
  const [value, setValue] = useState(localIso(now));
  return (
    <form
      class="clock-jump"
      onSubmit={(event) => {
        event.preventDefault();
        void api().setClock(value);
        close();
      }}
    >
      <label>
        {texts.jumpTo}
        <input
          type="datetime-local"
          required
          value={value}
          data-testid="clock-input"
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary-button" data-testid="clock-set">
        {texts.jump}
      </button>
    </form>
  );
}

const momentLabel = (iso: string) => `${iso.slice(8, 10)}/${iso.slice(5, 7)} ${iso.slice(11)}`;

/** The present of the sandbox, read anew each second and at every move of the clock. */
function useTicking(): number {
  useStore((state) => state.clock);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return clockNow();
}
