const boundary = /(?<=\n)|(?=\S)(?<=[.!?…]["”’)\]]?[^\S\n]+)|(?<=[。！？]["”’」』)\]]?)(?=[^"”’」』)\]])/u;

/** True where a new sentence begins right after the text. */
export function endsSentence(text: string): boolean {
  return /\n$|[.!?…]["”’)\]]?\s+$|[。！？]["”’」』)\]]?$/u.test(text);
}

/**
 * Splits a text into its sentences, each with the spaces after it. A line break ends one, too. Joined again, they
 * are the text.
 */
export function splitIntoSentences(text: string): string[] {
  return text === '' ? [] : text.split(boundary);
}
