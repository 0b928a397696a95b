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

const namesInSentences: Readonly<Record<string, string>> = {
  app: 'application',
  viewer: 'viewer',
  editor: 'editor',
  reviewer: 'reviewer',
  promoter: 'promoter',
  admin: 'administrator',
};

/** The name of a role inside a sentence; of one that only a newer registry knows, as that registry calls it. */
export const nameOfRole = (role: string): string => namesInSentences[role] ?? role;

/** “a reviewer or administrator”: somebody with any of these roles. */
export function describeAnyOf(wanted: readonly Role[]): string {
  const names = wanted.map(nameOfRole).join(' or ');
  return `${/^[aeiou]/.test(names) ? 'an' : 'a'} ${names}`;
}

/** True where one of a member's roles may do what `needed` may do. */
export function hasRole(held: readonly Role[], needed: Role): boolean {
  return held.some((role) => grants[role].includes(needed));
}
