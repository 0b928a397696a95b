import { createContext, useContext } from 'react';
import type { Role } from '#core/domain/roles.ts';

/** A role, several of which all are needed, or several of which one will do. */
export type RolesNeeded = Role | readonly Role[] | { readonly anyOf: readonly Role[] };

/** Answers why the user may not do what takes these roles, as a sentence; `null` where they may. */
type FindRefusal = (needs: RolesNeeded) => string | null;

/** Told by the screen, which knows the user's roles; without it, everything is allowed. */
export const RefusalContext = createContext<FindRefusal>(() => null);

/** Why the user may not do what takes these roles in the registry on the screen; `null` where they may. */
export function useRefusal(needs: RolesNeeded | undefined): string | null {
  const find = useContext(RefusalContext);
  return needs === undefined ? null : find(needs);
}
