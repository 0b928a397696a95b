import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { RolesNeeded } from '../../components/refusal-context.ts';
import { promptAddress, reviewAddress, settingsAddress } from '../../format/address.ts';
import { useCompare } from '../compare/compare-store.ts';
import { useVersions } from '../history/versions-store.ts';

/** Where an event leads: to the thing that it is about. */
export interface EventTarget {
  readonly href: string;
  /** What has to be chosen there. */
  readonly prepare?: () => void;
}

const isOfMembers = ({ type }: RegistryEvent) => /^(member|key)\./.test(type);

/** The role that it takes to see what an event is about, where not everybody may. */
export const rolesToSee = (event: RegistryEvent): RolesNeeded | undefined =>
  isOfMembers(event) ? 'admin' : undefined;

/** Finds what an event leads to; `null` where there is nothing to be seen. */
export function findEventTarget(connection: string, event: RegistryEvent): EventTarget | null {
  const { type, prompt, version, data } = event;
  if (prompt === undefined) {
    if (type === 'policy.changed') return { href: settingsAddress('policy') };
    return isOfMembers(event) ? { href: settingsAddress('members') } : null;
  }
  const place: PromptPlace = { connection, prompt };
  switch (type) {
    case 'version.created': {
      const from = typeof data.parent === 'number' ? data.parent : null;
      return from === null ? toVersion(place, version) : toComparison(place, from, version);
    }
    case 'prompt.created':
      return toVersion(place, version);
    case 'promotion.applied':
    case 'channel.rolled-back':
      return typeof data.from === 'number'
        ? toComparison(place, data.from, version)
        : toVersion(place, version);
    case 'promotion.requested':
    case 'promotion.reviewed':
    case 'promotion.commented':
    case 'promotion.withdrawn':
      return {
        href: version === undefined ? promptAddress(prompt, 'promotion') : reviewAddress({ prompt, version }),
      };
    case 'evaluation.finished':
      return { href: promptAddress(prompt, 'test-inputs') };
    case 'policy.changed':
      return { href: promptAddress(prompt, 'promotion') };
    default:
      return { href: promptAddress(prompt) };
  }
}

function toVersion(place: PromptPlace, version: number | undefined): EventTarget {
  return {
    href: promptAddress(place.prompt, 'history'),
    ...(version === undefined ? {} : { prepare: () => useVersions.getState().select(place, version) }),
  };
}

function toComparison(place: PromptPlace, from: number, to: number | undefined): EventTarget {
  return {
    href: promptAddress(place.prompt, 'compare'),
    prepare: () => useCompare.getState().choose(place, { from: String(from), to: String(to ?? 'latest') }),
  };
}
