import type { Connection } from '#core/contract/workspace-shapes.ts';
import { listWords } from '#core/domain/list-words.ts';
import { hasRole } from '#core/domain/roles.ts';
import type { RolesNeeded } from '../../components/refusal-context.ts';
import { currentConnection } from './connections-store.ts';

/**
 * Why the user may not do what takes these roles, as a sentence; `null` where they may. The one place that decides
 * what is offered: buttons, menus, palette and keyboard all ask here.
 */
export function findRefusal(
  needs: RolesNeeded,
  connection: Connection | null = currentConnection(),
): string | null {
  if (!connection?.member) return 'This can be done once the registry has answered.';
  const { roles } = connection.member;
  const missing = [needs].flat().filter((role) => !hasRole(roles, role));
  if (missing.length === 0) return null;
  const taken = listWords(missing, (role) => `“${role}”`, 'and');
  return `This takes the role ${taken}. In ${connection.name} you have the role ${listWords(roles, (role) => `“${role}”`, 'and')}.`;
}
