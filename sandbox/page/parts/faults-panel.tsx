import { useEffect, useState } from 'preact/hooks';
import type { FaultKind, LedgerView, NewFault } from '../../shared/types.ts';
import { api } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Icon } from './icon.tsx';

const ledgerInterval = 2000;

export function FaultsPanel() {
  const texts = useTexts();
  const faults = useStore((state) => state.faults);
  const enforced = useStore((state) => state.enforceRates);
  return (
    <>
      <h1 class="side-title">{texts.faults}</h1>
      <div class="faults">
        <p class="note">{texts.faultsIntro}</p>
        <FaultForm />
        <h2>{texts.activeFaults}</h2>
        {faults.length === 0 && <p class="note">{texts.noFaults}</p>}
        <ul class="fault-list">
          {faults.map((fault) => (
            <li key={fault.id} data-testid="fault" data-fault={fault.kind}>
              <span class="entry-words">
                <strong>{texts.faultNames[fault.kind]}</strong>
                <span class="note">
                  {fault.percent === undefined ? '' : `${fault.percent} %, `}
                  {fault.count === undefined ? '' : `${texts.faultLeft(fault.count)}, `}
                  {texts.faultHits(fault.hits)}
                  {fault.after ? `, ${texts.faultAfter.toLowerCase()}` : ''}
                  {fault.retryAfter === undefined ? '' : `, Retry-After ${fault.retryAfter} s`}
                </span>
              </span>
              <button
                type="button"
                class="tool"
                aria-label={texts.close}
                onClick={() => void api().removeFault(fault.id)}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
        {faults.length > 0 && (
          <button
            type="button"
            class="plain-button"
            data-testid="faults-clear"
            onClick={() => void api().clearFaults()}
          >
            {texts.clearFaults}
          </button>
        )}
        <Check
          label={texts.enforceRates}
          testId="enforce-rates"
          checked={enforced}
          onChange={(on) => void api().enforceRates(on)}
        />
        <Ledger />
      </div>
    </>
  );
}

const kinds: FaultKind[] = [
  'throttle',
  'badGateway',
  'unavailable',
  'gatewayTimeout',
  'internalError',
  'precondition',
  'slow',
  'reset',
  'lostResponse',
  'redelivery',
  'unauthorized',
  'disabledByAdmin',
];

/** Errors that may be told of a message that has arrived. */
const failing: FaultKind[] = ['badGateway', 'unavailable', 'gatewayTimeout', 'internalError'];

function Check(props: { label: string; testId: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        data-testid={props.testId}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}

function FaultForm() {
  const texts = useTexts();
  const [kind, setKind] = useState<FaultKind>('throttle');
  const [asDate, setAsDate] = useState(false);
  const [after, setAfter] = useState(false);
  const [numbers, setNumbers] = useState<Record<string, string>>({ count: '3' });
  const fields: [name: 'count' | 'percent' | 'retryAfter' | 'delay', label: string][] = [
    ['count', texts.faultCount],
    ['percent', texts.faultPercent],
  ];
  const waits = kind === 'throttle' || kind === 'unavailable';
  const mayComeAfter = failing.includes(kind);
  if (waits) fields.push(['retryAfter', texts.faultRetryAfter]);
  if (kind === 'slow') fields.push(['delay', texts.faultDelay]);

  function add(event: Event) {
    event.preventDefault();
    const fault: NewFault = { kind };
    for (const [name] of fields) {
      const value = numbers[name];
      if (value) fault[name] = Number(value);
    }
    if (waits && asDate) fault.retryAfterAs = 'date';
    if (mayComeAfter && after) fault.after = true;
    void api().addFault(fault);
  }

  return (
    <form class="fault-form" onSubmit={add}>
      <label>
        {texts.faultKind}
        <select
          value={kind}
          data-testid="fault-kind"
          onChange={(event) => setKind(event.currentTarget.value as FaultKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {texts.faultNames[one]}
            </option>
          ))}
        </select>
      </label>
      <div class="fault-numbers">
        {fields.map(([name, label]) => (
          <label key={name}>
            {label}
            <input
              type="number"
              min={name === 'count' ? 1 : 0}
              value={numbers[name] ?? ''}
              data-testid={`fault-${name}`}
              onInput={(event) => setNumbers({ ...numbers, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      {waits && (
        <Check label={texts.faultRetryAfterDate} testId="fault-retryAfterAs" checked={asDate} onChange={setAsDate} />
      )}
      {mayComeAfter && <Check label={texts.faultAfter} testId="fault-after" checked={after} onChange={setAfter} />}
      <button type="submit" class="primary-button" data-testid="fault-add">
        {texts.addFault}
      </button>
    </form>
  );
}

function Ledger() {
  const texts = useTexts();
  const [ledger, setLedger] = useState<LedgerView>();
  useEffect(() => {
    const look = () => void api().ledger().then(setLedger);
    look();
    const timer = setInterval(look, ledgerInterval);
    return () => clearInterval(timer);
  }, []);
  if (!ledger) return null;
  const rows = [
    [texts.ledgerRows.requests, ledger.requests],
    [texts.ledgerRows.delivered, ledger.delivered],
    [texts.ledgerRows.duplicates, ledger.duplicates],
    [texts.ledgerRows.throttled, ledger.throttled.byRate + ledger.throttled.byFault],
    [texts.ledgerRows.busiestSecond, ledger.busiestSecond],
  ] as const;
  return (
    <>
      <h2>{texts.ledger}</h2>
      <dl class="ledger" data-testid="ledger">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
