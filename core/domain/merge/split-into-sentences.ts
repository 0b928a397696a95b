const boundary = /(?<=\n)|(?=\S)(?<=[.!?…]["”’)\]]?[^\S\n]+)|(?<=[。！？]["”’」』)\]]?)(?=[^"”’」』)\]])/u;

/**
 * Splits a text into its sentences, each with the spaces after it. A line break ends one, too. Joined again, they
 * are the text.
 */
export function splitIntoSentences(text: string): string[] {
  return text === '' ? [] : text.split(boundary);
}
