/** The most that is sent to a model in one run, in UTF-16 units of all texts together. */
export const longestRun = 6 * 1024 * 1024;
