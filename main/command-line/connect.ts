import { createRegistryClient, type RegistryClient } from '../registry-client/registry-client.ts';
import { retryWhenLimited } from '../registry-client/retry-when-limited.ts';
import { type Surroundings, UsageFault } from './command.ts';

const usualAddress = 'http://127.0.0.1:7410';

/** The options of every command that speaks to a running registry. */
export const connectionOptions = {
  url: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const connectionHelp = `  --url URL        the registry; PROMPTFORGE_URL, or ${usualAddress}, by default
  --json           the answer as JSON

  PROMPTFORGE_KEY  a key of the registry`;

/**
 * The registry that a command speaks to.
 *
 * @throws UsageFault where there is no key, or the address is none
 */
export function connect(url: string | undefined, { environment }: Surroundings): RegistryClient {
  const { PROMPTFORGE_URL, PROMPTFORGE_KEY } = environment;
  const address = readAddress(url ?? (PROMPTFORGE_URL || usualAddress));
  if (!PROMPTFORGE_KEY) {
    throw new UsageFault('Put a key of the registry into the environment variable PROMPTFORGE_KEY.');
  }
  return retryWhenLimited(createRegistryClient(address, PROMPTFORGE_KEY));
}

function readAddress(text: string): string {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) {
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  }
  throw new UsageFault(`“${text}” is not the address of a registry, for example ${usualAddress}.`);
}
