import { z } from 'zod';
import { inConnection, method, nothing } from './bridge-method.ts';
import { checkedRegistry, newRegistry, type RegistryCheck, registryChange } from './connection-shapes.ts';
import { menuCommand } from './menu.ts';
import type { ReplicaUsage } from './replica-shapes.ts';
import { type Settings, settingsChange } from './settings.ts';
import { type AppInfo, type Connection, connectionId } from './workspace-shapes.ts';

/** What the app itself is asked: its settings, the registries it knows, and what it keeps of them. */

export const appMethods = {
  app: {
    getInfo: method<AppInfo>()(nothing),
    openLink: method<undefined>()(z.strictObject({ url: z.url({ protocol: /^https?$/ }) })),
    /** Tells the system's menu what can be done now. */
    setMenu: method<undefined>()(z.array(menuCommand).max(500)),
    /** Adds a word to the user's dictionary; nothing happens where the browser keeps that itself. */
    learnWord: method<undefined>()(z.strictObject({ word: z.string().min(1).max(100) })),
  },
  settings: {
    get: method<Settings>()(nothing),
    update: method<Settings>()(settingsChange),
  },
  connections: {
    list: method<Connection[]>()(nothing),
    /** Asks a registry whether it can be worked with; `connection` lends its key where none is given. */
    check: method<RegistryCheck>()(checkedRegistry.extend({ connection: connectionId.optional() })),
    add: method<Connection>()(newRegistry),
    update: method<Connection>()(inConnection.extend(registryChange.shape)),
    /** Takes a registry off the list and forgets its key. What is kept of its drafts stays. */
    remove: method<undefined>()(inConnection),
    /** Takes back the removal, key included, until the app ends. */
    restore: method<Connection>()(inConnection),
    /** Tries at once, where it would have waited. */
    reconnect: method<undefined>()(inConnection),
  },
  /** What is kept of the registries on this machine, to be read without a network. */
  replicas: {
    list: method<ReplicaUsage[]>()(nothing),
    /** Fetches ahead what there is room for. It goes on by itself; `list` tells how far it is. */
    fill: method<undefined>()(inConnection),
    /** Removes what is kept, and begins anew. Drafts stay. */
    clear: method<undefined>()(inConnection),
    /** The registries that were set back or replaced, each told once: nobody may have looked when it happened. */
    takeReplaced: method<string[]>()(nothing),
  },
} as const;
