/** The connection to the registry that runs with the app. */
export const sandboxConnectionId = 'sandbox';
