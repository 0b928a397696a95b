import { hasRole, type Role, roles } from '#core/domain/roles.ts';

interface RoleWords {
  readonly name: string;
  /** More than one of them, inside a sentence. */
  readonly people: string;
  /** What it is for, to whoever gives it. */
  readonly help: string;
  /** What it adds, after “may”. */
  readonly may: string;
}

/** The roles in words, in the order in which they are offered. */
export const roleWords: Readonly<Record<Exclude<Role, 'app'>, RoleWords>> = {
  viewer: {
    name: 'Viewer',
    people: 'viewers',
    help: 'Reads every prompt, its history, the reviews and the activity.',
    may: 'read prompts, reviews and the activity',
  },
  editor: {
    name: 'Editor',
    people: 'editors',
    help: 'Writes prompts, saves versions, keeps test inputs and asks for promotions.',
    may: 'write prompts and ask for promotions',
  },
  reviewer: {
    name: 'Reviewer',
    people: 'reviewers',
    help: 'Approves exactly the words that go live, or asks for changes.',
    may: 'review promotions',
  },
  promoter: {
    name: 'Promoter',
    people: 'promoters',
    help: 'Makes what is approved stable, and rolls back.',
    may: 'promote and roll back',
  },
  admin: {
    name: 'Administrator',
    people: 'administrators',
    help: 'Does all of this, and looks after members, keys, the policy and webhooks.',
    may: 'look after members, keys, the policy and webhooks',
  },
};

/** The role of a program: it is a member, too, but not a person. */
export const applicationRole: RoleWords = {
  name: 'Application',
  people: 'applications',
  help: 'For a program: it fetches finished prompts and nothing else.',
  may: 'fetch finished prompts',
};

export const wordsOf = (role: Role): RoleWords => (role === 'app' ? applicationRole : roleWords[role]);

/** What somebody may do after a change of roles and could not before, and the other way round. */
export function compareRoles(before: readonly Role[], after: readonly Role[]) {
  const onlyIn = (held: readonly Role[], others: readonly Role[]) =>
    roles.filter((role) => hasRole(held, role) && !hasRole(others, role)).map((role) => wordsOf(role).may);
  return { gains: onlyIn(after, before), loses: onlyIn(before, after) };
}
