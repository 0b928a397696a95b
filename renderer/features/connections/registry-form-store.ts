import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { RegistryCheck } from '#core/contract/connection-shapes.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { readRegistryAddress } from '../../format/registry-address.ts';

interface RegistryForm {
  readonly name: string;
  readonly address: string;
  /** Empty where the key stays as it is. */
  readonly key: string;
}

interface RegistryFormState {
  /** Which connection is changed; `null` where one is added. */
  readonly connection: Connection | null;
  readonly form: RegistryForm;
  /** What the registry was found to be with just these fields; `null` until it was asked. */
  readonly check: RegistryCheck | null;
  readonly error: BridgeError | null;
  readonly isBusy: boolean;
  begin(connection: Connection | null): void;
  change(change: Partial<RegistryForm>): void;
  /**
   * Asks the registry and, where nothing is in the way, keeps the connection.
   *
   * @param despite true where the user has read what was found and wants it all the same
   */
  submit(despite: boolean): Promise<Connection | null>;
  /** Forgets what was typed, above all the key. */
  end(): void;
}

const emptyForm: RegistryForm = { name: '', address: '', key: '' };
const nothing = { connection: null, form: emptyForm, check: null, error: null, isBusy: false };
let attempt = 0;

/** The form in which a registry is added or changed. */
export const useRegistryForm = create<RegistryFormState>()((set, get) => ({
  ...nothing,
  begin(connection) {
    attempt += 1;
    const form = connection
      ? { name: connection.name, address: connection.address ?? '', key: '' }
      : emptyForm;
    set({ ...nothing, connection, form });
  },
  change(change) {
    const form = { ...get().form, ...change };
    const isAsked = change.address !== undefined || change.key !== undefined;
    set({ form, error: null, check: isAsked ? null : get().check });
  },
  async submit(despite) {
    const { connection, form, isBusy } = get();
    if (isBusy || !isComplete(get())) return null;
    const mine = ++attempt;
    const isOver = () => mine !== attempt;
    set({ isBusy: true, error: null });
    try {
      if (!despite && needsCheck(get())) {
        const check = await unwrap(bridge.connections.check(toCheck(get())));
        if (isOver()) return null;
        set({ check });
        if (check.fault !== null || check.warnings.length > 0) return null;
      }
      const name = form.name.trim() || suggestName(form.address);
      const kept = connection
        ? await unwrap(
            bridge.connections.update({
              connection: connection.id,
              name,
              address: form.address,
              ...(form.key === '' ? {} : { key: form.key }),
            }),
          )
        : await unwrap(bridge.connections.add({ ...form, name }));
      return isOver() ? null : kept;
    } catch (thrown) {
      if (!isOver()) set({ error: toBridgeError(thrown) });
      return null;
    } finally {
      if (!isOver()) set({ isBusy: false });
    }
  },
  end() {
    attempt += 1;
    set(nothing);
  },
}));

type Typed = Pick<RegistryFormState, 'connection' | 'form'>;

/** True where the registry can be asked. */
export function isComplete({ connection, form }: Typed): boolean {
  const hasKey = connection !== null || form.key.trim() !== '';
  return hasKey && readRegistryAddress(form.address) !== null;
}

function needsCheck({ connection, form }: Typed): boolean {
  return connection === null || form.key !== '' || form.address !== connection.address;
}

function toCheck({ connection, form }: Typed) {
  return {
    address: form.address,
    ...(form.key === '' ? {} : { key: form.key }),
    ...(connection === null ? {} : { connection: connection.id }),
  };
}

/** What a registry is called unless it is given a name: the machine that it runs on. */
export function suggestName(address: string): string {
  return readRegistryAddress(address)?.hostname.slice(0, 60) ?? '';
}
