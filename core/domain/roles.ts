export const roles = ['app', 'viewer', 'editor', 'reviewer', 'promoter', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What each role may do, named by the role that grants it first. */
const grants: Record<Role, readonly Role[]> = {
  app: ['app'],
  viewer: ['app', 'viewer'],
  editor: ['app', 'viewer', 'editor'],
  reviewer: ['app', 'viewer', 'reviewer'],
  promoter: ['app', 'viewer', 'promoter'],
  admin: roles,
};

/** True where one of a member's roles may do what `needed` may do. */
export function hasRole(held: readonly Role[], needed: Role): boolean {
  return held.some((role) => grants[role].includes(needed));
}
