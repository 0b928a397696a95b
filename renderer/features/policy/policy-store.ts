import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { OwnPolicy, PromptPolicy } from '#core/contract/promotion-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';

/** Whose policy: a registry's, or one prompt's. */
export interface PolicySubject {
  readonly connection: string;
  readonly prompt?: string | undefined;
}

interface PolicyState {
  /** What holds, by subject; absent until loaded. */
  readonly policies: Readonly<Record<string, PromptPolicy>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Those that prompts have of their own, by connection and title; absent until loaded. */
  readonly own: Readonly<Record<string, readonly OwnPolicy[]>>;
  readonly ownErrors: Readonly<Record<string, BridgeError | null>>;
  load(subject: PolicySubject): Promise<void>;
  loadOwn(connection: string): Promise<void>;
  /** @throws BridgeFailure */
  save(subject: PolicySubject, policy: Policy, reason: string): Promise<void>;
  /**
   * Lets a prompt follow the registry's again.
   *
   * @throws BridgeFailure
   */
  remove(place: PromptPlace, reason: string): Promise<void>;
  /** Loads again what was loaded and may have changed: a prompt's policy may be the registry's. */
  noteChanged(subject: PolicySubject): void;
}

/** One text for a subject, to key records with. */
export const policyKey = ({ connection, prompt }: PolicySubject): string =>
  prompt === undefined ? connection : placeKey({ connection, prompt });

/** What has to be there before `stable` may move. */
export const usePolicies = create<PolicyState>()((set, get) => {
  const subjects = new Map<string, PolicySubject>();
  return {
    policies: {},
    errors: {},
    own: {},
    ownErrors: {},
    async load(subject) {
      const key = policyKey(subject);
      subjects.set(key, subject);
      try {
        const policy = await unwrap(bridge.policy.get(subject));
        set({
          policies: { ...get().policies, [key]: policy },
          errors: { ...get().errors, [key]: null },
        });
      } catch (thrown) {
        set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
      }
    },
    async loadOwn(connection) {
      try {
        const own = await unwrap(bridge.policy.listOwn({ connection }));
        const byTitle = own.toSorted((one, other) => one.title.localeCompare(other.title));
        set({
          own: { ...get().own, [connection]: byTitle },
          ownErrors: { ...get().ownErrors, [connection]: null },
        });
      } catch (thrown) {
        set({ ownErrors: { ...get().ownErrors, [connection]: toBridgeError(thrown) } });
      }
    },
    async save(subject, policy, reason) {
      const { requiredApprovals, reviewerRoles, authorMayApprove, requirePassingTests } = policy;
      const saved = await unwrap(
        bridge.policy.set({
          ...subject,
          requiredApprovals,
          reviewerRoles: [...reviewerRoles],
          authorMayApprove,
          requirePassingTests,
          reason,
        }),
      );
      set({ policies: { ...get().policies, [policyKey(subject)]: saved } });
    },
    async remove(place, reason) {
      await unwrap(bridge.policy.remove({ ...place, reason }));
      await get().load(place);
    },
    noteChanged({ connection, prompt }) {
      if (get().own[connection]) void get().loadOwn(connection);
      for (const subject of subjects.values()) {
        const isMeant = prompt === undefined || subject.prompt === prompt;
        if (subject.connection === connection && isMeant) void get().load(subject);
      }
    },
  };
});
