import type { ModelFault } from '#core/contract/model-shapes.ts';

const sentences: Readonly<Record<ModelFault['kind'], string>> = {
  'not-set-up': 'No model is set up yet: give its address and its name.',
  unreachable: 'Nothing answers at this address. Check it, and whether this machine may reach it.',
  certificate: 'The server’s certificate is not one that this machine trusts.',
  'key-refused': 'The server does not accept the key. Give another one.',
  'not-found': 'The server knows neither this address nor this model. Check both.',
  moved: 'The server sends to another address. Nothing was sent there; give that address if it is meant.',
  busy: 'The server has too much to do, or a limit of yours is reached. Try again later.',
  refused: 'The server does not take the question.',
  failed: 'Something went wrong at the server.',
  'not-an-api':
    'What answers at this address is no model: it speaks another protocol. The address often ends in /v1.',
  'too-slow': 'The answer took too long.',
  'cut-off': 'The answer was cut off in the middle.',
  'too-long': 'The answer was too long and was cut here.',
};

/** Why a model did not answer, in sentences, with its server’s own words where it has some. */
export function describeModelFault({ kind, detail }: ModelFault): string {
  if (detail === null) return sentences[kind];
  return kind === 'moved' ? `${sentences[kind]} (${detail})` : `${sentences[kind]} It says: “${detail}”`;
}
