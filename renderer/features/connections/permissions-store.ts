import type { Connection } from '#core/contract/workspace-shapes.ts';
import { listWords } from '#core/domain/list-words.ts';
import { hasRole, nameOfRole, type Role } from '#core/domain/roles.ts';
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
  const taken = findMissing(needs, roles);
  if (taken === null) return null;
  const held = listWords(roles, quoteRole, 'and');
  return `This takes the role ${taken}. In ${connection.name} you have the role ${held}.`;
}

/** Why the user may not take back what somebody asked for; `null` to whoever asked, and to administrators. */
export function findWithdrawRefusal(
  request: { readonly requestedBy: { readonly id: string; readonly name: string } },
  connection: Connection | null = currentConnection(),
): string | null {
  if (connection?.member?.id === request.requestedBy.id) return null;
  const refusal = findRefusal('admin', connection);
  if (refusal === null || !connection?.member) return refusal;
  return `${request.requestedBy.name} asked for this, so ${request.requestedBy.name} or an administrator can withdraw it.`;
}

function findMissing(needs: RolesNeeded, held: readonly Role[]): string | null {
  if (typeof needs === 'object' && 'anyOf' in needs) {
    const isHeld = needs.anyOf.some((role) => hasRole(held, role));
    return isHeld ? null : listWords(needs.anyOf, quoteRole);
  }
  const missing = [needs].flat().filter((role) => !hasRole(held, role));
  return missing.length === 0 ? null : listWords(missing, quoteRole, 'and');
}

const quoteRole = (role: string) => `“${nameOfRole(role)}”`;
