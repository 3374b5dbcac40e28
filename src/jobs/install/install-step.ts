import { presenceOn } from '../../domain/people/presence.ts';
import type { Machine, OfficeOf } from '../../pipeline/machine.ts';
import { systemTurn } from '../../pipeline/open-turn.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create, decode, put, replace } from '../../ports/documents.ts';
import type { Installer, InstallOutcome } from '../../ports/installer.ts';
import { type Lease, mayBegin } from '../../ports/lease.ts';
import type { Stored } from '../../ports/store.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { installedId, installedRecord, installingId, installingRecord } from '../../records/app-install.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { afterTry } from './after-try.ts';

export interface InstallDeps {
  readonly machine: Machine;
  readonly officeOf: OfficeOf;
  readonly installer: Installer;
  readonly lease: Pick<Lease, 'remainingMs'>;
  readonly random: () => number;
}

const lookedAt = 50;

/** At a start: where the app was refused before, what was missing may have been granted. */
export async function beginInstalling(turn: Turn, catalogApp: string): Promise<void> {
  const known = await turn.get(installingRecord, installingId);
  if (known !== undefined && known.data.catalogApp === catalogApp && known.data.reason === '') return;
  const pass = { after: '', refusals: 0, installed: 0, failures: 0, reason: known?.data.reason ?? '' };
  const installing = { ...pass, catalogApp, dueAt: stamp(turn.clock.now()) };
  turn.ride([put(installingRecord, { ...turn.scope, id: installingId }, known, installing)]);
}

/**
 * Installs the app to the next person of the roster who has an account and no chat with the bot; what Teams then tells of it makes them known as
 * anybody who installs it. Once for each person; whoever was refused is tried again on the next working morning.
 * @returns from the handler: `later` when nothing may be asked now
 */
export const createInstallStep =
  ({ machine, officeOf, installer, lease, random }: InstallDeps) =>
  async (stored: Stored): Promise<'later' | undefined> => {
    const pass = decode(installingRecord, stored);
    const turn = await systemTurn(machine, officeOf, pass.unit);
    const { person, after } = await nextWithout(turn, pass.data.after);
    if (!mayBegin(lease)) return 'later';
    const told = person && (await installer.install(person.data.aadObjectId));
    const next = afterTry(pass.data, { after, told }, { now: turn.at, plan: turn.plan, random: random() });
    if (told?.kind === 'refused' && told.reason !== pass.data.reason)
      turn.log.warn({ reason: told.reason }, 'the app may not be installed to people');
    await machine.store.commit(pass.unit, [
      replace(installingRecord, pass, next),
      ...(person === undefined ? [] : kept(turn, person, told)),
    ]);
    return undefined;
  };

const kept = (turn: Turn, person: Loaded<Person>, told: InstallOutcome | undefined) =>
  told?.kind === 'installed' || told?.kind === 'already'
    ? [
        create(installedRecord, turn.scope, installedId(person.id), {
          person: person.id,
          outcome: told.kind,
          at: stamp(turn.at),
        }),
      ]
    : [];

/** @returns the next to install to, if there is one among the next few, and how far it was looked; empty when nobody is left */
async function nextWithout(turn: Turn, from: string): Promise<{ person?: Loaded<Person>; after: string }> {
  const { unit } = turn.scope;
  const page = await turn.store.query({
    unit,
    type: personRecord.type,
    limit: lookedAt,
    ...(from === '' ? {} : { after: from }),
  });
  const people = page.items.map((item) => decode(personRecord, item));
  const [addresses, installed] = await Promise.all([
    turn.getMany(
      addressRecord,
      people.map(({ id }) => addressId(id)),
    ),
    turn.getMany(
      installedRecord,
      people.map(({ id }) => installedId(id)),
    ),
  ]);
  const today = turn.at.toFormat('yyyy-MM-dd');
  const person = people.find(
    ({ id, data }) =>
      data.aadObjectId !== '' &&
      presenceOn(data, today) !== 'left' &&
      !addresses.has(addressId(id)) &&
      !installed.has(installedId(id)),
  );
  return person === undefined ? { after: page.next ?? '' } : { person, after: person.id };
}
