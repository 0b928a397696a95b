import type { AppErrorCode, BridgeError } from '#core/contract/bridge-error.ts';
import type { ProblemCode } from '#core/contract/problem.ts';
import { describeConnectionFault, faultOf } from './describe-connection-fault.ts';

/** An error in the user's words: what happened, what is safe, and what to do next. */
export interface ErrorDescription {
  readonly title: string;
  readonly safe: string;
  readonly next: string;
}

type Words = readonly [title: string, safe: string, next: string];

const nothingChanged = 'Nothing was changed.';
const textIsSafe = 'What you typed is kept.';
const tryAgain = 'Try again in a moment.';
const askAdministrator = 'Ask an administrator of this registry for the role you need.';
const reopen = 'Open the prompt again to see where it stands now.';

const words: Record<ProblemCode | AppErrorCode, Words> = {
  'invalid-request': [
    'The registry did not accept this',
    nothingChanged,
    'Look at the fields and try again.',
  ],
  unauthenticated: [
    'The registry does not accept the key',
    textIsSafe,
    'Ask an administrator for a new key.',
  ],
  forbidden: ['Your role does not allow this', nothingChanged, askAdministrator],
  'host-not-allowed': ['The registry refused the connection', textIsSafe, 'Check the registry’s address.'],
  'not-found': [
    'The registry does not know this',
    nothingChanged,
    'Check that app and registry are up to date.',
  ],
  'prompt-not-found': ['This prompt does not exist', textIsSafe, 'Pick another one from the list.'],
  'version-not-found': ['This version does not exist', nothingChanged, 'Pick another version.'],
  'channel-empty': ['Nothing is promoted yet', nothingChanged, 'Promote a version to stable first.'],
  'promotion-not-found': ['This promotion does not exist', nothingChanged, reopen],
  'member-not-found': ['This member does not exist', nothingChanged, 'Look at the list of members again.'],
  'key-not-found': ['This key does not exist', nothingChanged, 'Look at the list of keys again.'],
  'webhook-not-found': ['This webhook does not exist', nothingChanged, 'Look at the list of webhooks again.'],
  'delivery-not-found': [
    'This delivery does not exist',
    nothingChanged,
    'Look at the list of deliveries again.',
  ],
  'evaluation-not-found': [
    'This kept result does not exist',
    nothingChanged,
    'Look at the kept results again.',
  ],
  'method-not-allowed': [
    'The registry cannot do this',
    nothingChanged,
    'Check that app and registry are up to date.',
  ],
  'prompt-exists': ['A prompt with this name exists already', textIsSafe, 'Choose another name.'],
  'version-conflict': [
    'Somebody saved in between',
    textIsSafe,
    'Compare with their version, then save yours on top.',
  ],
  'stable-moved': [
    'Stable has moved in the meantime',
    nothingChanged,
    'Look at the difference again, then decide.',
  ],
  'content-mismatch': ['This is not the text that was reviewed', nothingChanged, reopen],
  'not-approved': ['An approval is still missing', nothingChanged, 'Wait for the reviewers, then promote.'],
  'promotion-closed': ['This promotion is closed', nothingChanged, reopen],
  'already-stable': ['This version is stable already', nothingChanged, 'There is nothing left to do.'],
  'never-stable': [
    'This version never was stable',
    nothingChanged,
    'Promote it instead, or choose a version that was stable before.',
  ],
  'last-admin': [
    'This is the last administrator',
    nothingChanged,
    'Make somebody else an administrator first.',
  ],
  'key-not-usable': ['This key was revoked or has expired', nothingChanged, 'Make a new key.'],
  'secret-not-repeated': [
    'This was done before, and the secret was shown only then',
    nothingChanged,
    'Make a new secret if nobody has kept it.',
  ],
  'precondition-failed': [
    'Somebody changed the same thing in the meantime',
    'Nothing was replaced. What you typed is kept.',
    'Look at what is there now, then save again.',
  ],
  'payload-too-large': ['This text is too large', textIsSafe, 'Shorten it below 1 MiB, then save.'],
  'unsupported-media-type': ['The registry did not understand the app', nothingChanged, 'Update the app.'],
  'missing-variables': ['Some variables have no value', nothingChanged, 'Fill in the missing values.'],
  'invalid-variables': ['Some values do not fit', nothingChanged, 'Correct the values that are marked.'],
  'webhook-address-refused': [
    'The registry does not send to this address',
    nothingChanged,
    'Give an address that the registry can reach, on the internet.',
  ],
  'idempotency-key-reused': ['This was sent before with another text', textIsSafe, 'Save again.'],
  'rate-limited': ['The registry is busy', textIsSafe, tryAgain],
  internal: ['Something went wrong', textIsSafe, 'Try again. If it happens again, restart PromptForge.'],
  'not-ready': ['The registry is not ready yet', textIsSafe, tryAgain],
  'store-full': [
    'The disk of the registry is full',
    'Nothing was saved. What you typed is kept.',
    'Ask whoever runs the registry to make room, then try again.',
  ],
  'registry-unreachable': [
    'The registry cannot be reached',
    textIsSafe,
    'Check the connection; PromptForge keeps trying by itself.',
  ],
  'not-a-registry': [
    'There is no prompt registry at this address',
    textIsSafe,
    'Check the registry’s address.',
  ],
  'draft-not-written': [
    'The draft could not be written to the disk',
    'Your text is safe in this window while it stays open.',
    'Free some disk space; PromptForge keeps trying.',
  ],
  'saves-changed': [
    'What waits to be sent has changed in the meantime',
    textIsSafe,
    'Look at what waits to be sent, then save again.',
  ],
  'settings-not-written': [
    'The settings could not be written to the disk',
    'They hold until PromptForge is closed.',
    'Free some disk space, then change them again.',
  ],
  'connection-not-found': ['This registry is no longer connected', textIsSafe, 'Choose another registry.'],
  'registry-connected-already': [
    'This registry is connected already',
    nothingChanged,
    'Choose it from the list of registries, or change its key.',
  ],
  'connection-not-written': [
    'The list of registries could not be written to the disk',
    nothingChanged,
    'Free some disk space, then try again.',
  ],
  'import-not-readable': [
    'This file cannot be imported',
    nothingChanged,
    'Export it again, or choose another file.',
  ],
  'export-not-written': ['The export was not written', nothingChanged, 'Choose another file.'],
  'model-not-set-up': [
    'No model is set up yet',
    'Nothing was sent.',
    'Give its address and name in Settings, under “Model”.',
  ],
  'app-unreachable': [
    'PromptForge does not answer',
    'What you typed stays in this window while it is open.',
    'Check that PromptForge still runs; this page connects again by itself.',
  ],
};

/** The one place that turns an error into sentences. */
export function describeError(error: BridgeError): ErrorDescription {
  const [title, safe, next] = words[error.code] ?? words.internal;
  const fault = faultOf(error);
  return { title, safe, next, ...(fault ? describeConnectionFault(fault) : {}) };
}

/** Adds the registry's own sentence where it says more than the code, for example which role is missing. */
export function describeErrorInFull(error: BridgeError): string {
  const { safe, next } = describeError(error);
  const says = tellsMore.has(error.code) && error.detail ? `${error.detail} ` : '';
  return `${says}${safe} ${next}`;
}

const tellsMore: ReadonlySet<BridgeError['code']> = new Set([
  'invalid-request',
  'forbidden',
  'not-approved',
  'invalid-variables',
  'prompt-exists',
  'import-not-readable',
  'export-not-written',
  'webhook-address-refused',
]);
