import { randomUUID } from 'node:crypto';
import type { EndpointInput } from '#core/contract/endpoint.ts';
import { Problem } from '#core/contract/problem.ts';
import type { RegistryApi } from '#core/contract/registry-api.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Connections } from './connections.ts';
import type { Drafts } from './drafts.ts';

/**
 * Saves a version. The draft is put on the disk first and discarded only after the registry has acknowledged it,
 * so that whatever fails in between, the text is there.
 *
 * @throws {Problem} above all `version-conflict`; the draft stays
 * @throws {AppError} `registry-unreachable`; `draft-not-written` where the text is neither saved nor on the disk
 */
export async function saveVersion(
  connections: Connections,
  drafts: Drafts,
  place: PromptPlace,
  body: EndpointInput<RegistryApi['saveVersion']>['body'],
): Promise<Version> {
  const { content, variables = [], baseVersion } = body;
  // Begun before anything is waited for, so that it cannot overwrite what is typed meanwhile. A full disk must not
  // keep the text from the registry, which may well have room.
  const draftFault = drafts.put({ ...place, content, variables, baseVersion }).then(
    () => null,
    (fault: unknown) => fault,
  );
  try {
    const client = await connections.open(place.connection);
    await draftFault;
    const saved = await client.call(
      'saveVersion',
      { params: { name: place.prompt }, body },
      { idempotencyKey: randomUUID() },
    );
    await drafts.discardIfSaved(place, { content, variables });
    return saved;
  } catch (error) {
    const isConflict = error instanceof Problem && error.code === 'version-conflict';
    // The worse news first: the text is neither in the registry nor on the disk.
    throw (isConflict ? null : await draftFault) ?? error;
  }
}
