import type { BridgeError } from '#core/contract/bridge-error.ts';
import type {
  ConnectionFault,
  ConnectionFaultKind,
  ConnectionWarning,
} from '#core/contract/connection-shapes.ts';
import { countNoun } from '#core/domain/count-noun.ts';

/** What keeps a registry from being worked with, and what to do about it. */
export interface FaultDescription {
  readonly title: string;
  readonly next: string;
}

type Words = readonly [title: string, next: string];

const askOperator = 'Ask whoever runs the registry';

const words: Record<ConnectionFaultKind, Words> = {
  'network-down': [
    'This machine has no network',
    'Connect it to a network. PromptForge goes on by itself then.',
  ],
  'name-not-found': [
    'There is no machine of this name',
    'Check the address for a typing mistake. Within a company, it may only be known in its own network or VPN.',
  ],
  'nothing-listens': [
    'No registry runs at this address',
    `Check the port in the address. If it is right, the registry has been stopped: ${askOperator.toLowerCase()}.`,
  ],
  'no-answer': [
    'The registry does not answer',
    'Check the address, and whether a VPN or a firewall is in the way. A slow network may need another try.',
  ],
  'broken-off': [
    'The connection broke off',
    'Try again. If it happens each time, something on the way does not let it through: a firewall or a VPN.',
  ],
  'proxy-failed': [
    'The proxy of this network does not let it through',
    'Check the proxy in the settings of your system, or ask whoever runs your network.',
  ],
  'certificate-not-trusted': [
    'This machine does not trust the certificate of the registry',
    `It may have been made by the registry itself, or by an authority of your company. ${askOperator} for the authority’s certificate, and have your system trust it.`,
  ],
  'certificate-expired': [
    'The certificate of the registry has expired',
    `${askOperator} to renew it. If other secure pages fail too, set the clock of this machine right.`,
  ],
  'certificate-not-yet-valid': [
    'The certificate of the registry is not valid yet',
    'Set the clock of this machine right: it seems to be behind.',
  ],
  'certificate-wrong-name': [
    'The certificate belongs to another name',
    'Use the name that the certificate was made for. If you do, somebody else may be answering: do not send your key.',
  ],
  'not-encrypted': [
    'The registry does not speak https at this address',
    `Begin the address with http:// only if nobody else can listen on the way; better, ${askOperator.toLowerCase()} for https.`,
  ],
  'needs-encryption': [
    'The registry speaks https here',
    'Begin the address with https:// instead of http://.',
  ],
  redirected: [
    'This address leads to another one',
    'Use the other address if you know it. In a hotel or on a train, sign in to the network first.',
  ],
  'sign-in-page': [
    'A web page answers instead of the registry',
    'In a hotel or on a train, sign in to the network in a browser first. Otherwise, check the address.',
  ],
  'not-a-registry': [
    'There is no prompt registry at this address',
    'Check the address: it is the one that begins the calls in your applications, without “/api”.',
  ],
  'other-api': [
    'This registry speaks another version of the API',
    'Bring PromptForge and the registry to the same version.',
  ],
  'host-refused': [
    'The registry does not answer under this name',
    'Use the address that it was started with, or ask whoever runs it to let it answer to this name as well.',
  ],
  'registry-busy': [
    'The registry is not ready',
    'It may be starting, or have lost its database. PromptForge tries again by itself.',
  ],
  'key-refused': [
    'The registry refused the key',
    'It does not know it, it was revoked, or you were deactivated as a member. Ask an administrator.',
  ],
  'key-expired': ['The key has expired', 'Ask an administrator for a new key.'],
  'key-missing': [
    'The key is not on this machine any more',
    'Enter it again; if you do not have it, ask an administrator for a new one.',
  ],
  'role-too-small': [
    'This key can only fetch prompts',
    'It is made for an application. Ask an administrator for a key with the role “viewer”, or one that may do more.',
  ],
  'connected-already': [
    'This registry is connected already',
    'Choose it from the list of registries, or change its key there.',
  ],
};

/** A fault in words. */
export function describeConnectionFault({ kind, subject }: ConnectionFault): FaultDescription {
  const [title, next] = words[kind];
  return { title: subject === null ? title : `${title}: ${subject}`, next };
}

/** The fault that came with an error, where one did. */
export function faultOf(error: BridgeError): ConnectionFault | null {
  const { fault } = error.members;
  return isFault(fault) ? fault : null;
}

function isFault(value: unknown): value is ConnectionFault {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && Object.hasOwn(words, String(value.kind))
  );
}

/** What is worth knowing about a registry that can be worked with. */
export function describeConnectionWarning(warning: ConnectionWarning): FaultDescription {
  switch (warning.kind) {
    case 'plain-http':
      return {
        title: 'The connection is not encrypted',
        next: 'Anybody on the way can read the prompts and the key. Use https:// unless the network is yours alone.',
      };
    case 'clock-off':
      return {
        title: `The clock of this machine is ${formatSpan(warning.seconds)} ${warning.seconds > 0 ? 'ahead' : 'behind'}`,
        next: 'Times on the screen will be off by as much. Set the clock right; nothing is lost either way.',
      };
    case 'older-registry':
      return {
        title: 'This registry is older than PromptForge',
        next: 'Parts of the screen will not work with it. Ask whoever runs it to update it.',
      };
  }
}

/** A length of time in the largest unit that says enough, for example “2 hours”. */
function formatSpan(seconds: number): string {
  const length = Math.abs(seconds);
  const [unit, size] =
    length < 120
      ? ['second', 1]
      : length < 2 * 3_600
        ? ['minute', 60]
        : length < 2 * 86_400
          ? ['hour', 3_600]
          : ['day', 86_400];
  return countNoun(Math.round(length / Number(size)), String(unit));
}
