import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { MemberChanges } from '#core/contract/member-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import type { Role } from '#core/domain/roles.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

export interface NewMember {
  readonly name: string;
  readonly email?: string;
  readonly roles: Role[];
}

interface MembersState {
  /** In the order in which they joined, by connection; absent until loaded. */
  readonly members: Readonly<Record<string, readonly Member[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  load(connection: string): Promise<void>;
  /** @throws BridgeFailure */
  add(connection: string, member: NewMember): Promise<Member>;
  /** @throws BridgeFailure */
  change(connection: string, id: string, changes: MemberChanges): Promise<Member>;
}

/** Who may call each registry. Only administrators are told. */
export const useMembers = create<MembersState>()((set, get) => {
  const put = (connection: string, member: Member) => {
    const known = get().members[connection];
    if (!known) return;
    const isKnown = known.some(({ id }) => id === member.id);
    const list = isKnown
      ? known.map((other) => (other.id === member.id ? member : other))
      : [...known, member];
    set({ members: { ...get().members, [connection]: list } });
  };
  return {
    members: {},
    errors: {},
    async load(connection) {
      try {
        const members = await unwrap(bridge.members.list({ connection }));
        set({
          members: { ...get().members, [connection]: members },
          errors: { ...get().errors, [connection]: null },
        });
      } catch (thrown) {
        set({ errors: { ...get().errors, [connection]: toBridgeError(thrown) } });
      }
    },
    async add(connection, wanted) {
      const member = await unwrap(bridge.members.create({ connection, ...wanted }));
      put(connection, member);
      return member;
    },
    async change(connection, id, changes) {
      const member = await unwrap(bridge.members.update({ connection, id, ...changes }));
      put(connection, member);
      return member;
    },
  };
});
