/** How many prompts one call changes at most. */
export const manyAtMost = 100;
