/** Two texts to compare, and what was done to make the second of the first. */
export interface DiffInput {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const shares = [1, 5, 10, 25, 50, 75, 100];

/** Nine pairs of 10,000 lines: so many per cent of the lines changed, shuffled, and blocks moved. */
export function lineInputs(): DiffInput[] {
  const random = createRandom(1);
  const lines = Array.from({ length: 10_000 }, () => sentence(random, 10));
  const change = (share: number) =>
    lines.map((line) => (random() * 100 < share ? line.replace(' ', ` ${word(random)}x `) : line));
  return [
    ...shares.map((share) => toInput(`${share} % changed`, lines, change(share), '\n')),
    toInput('shuffled', lines, shuffle(lines, random), '\n'),
    toInput('blocks moved', lines, moveBlocks(lines, random), '\n'),
  ];
}

/** Nine pairs of 200 KB in paragraphs, and one paragraph of 200 KB at the worst of them. */
export function proseInputs(): DiffInput[] {
  const random = createRandom(2);
  const paragraphs = Array.from({ length: 260 }, () =>
    Array.from({ length: 9 }, () => sentence(random, 13)).join(' '),
  );
  const change = (texts: readonly string[], share: number) =>
    texts.map((text) =>
      text
        .split(' ')
        .map((each) => (random() * 100 < share ? `${word(random)}x` : each))
        .join(' '),
    );
  const single = [paragraphs.join(' ')];
  return [
    ...shares.map((share) =>
      toInput(`${share} % of the words`, paragraphs, change(paragraphs, share), '\n\n'),
    ),
    toInput('shuffled', paragraphs, shuffle(paragraphs, random), '\n\n'),
    toInput('blocks moved', paragraphs, moveBlocks(paragraphs, random), '\n\n'),
    toInput('one paragraph, 50 % of the words', single, change(single, 50), '\n\n'),
  ];
}

function toInput(name: string, from: readonly string[], to: readonly string[], between: string): DiffInput {
  return { name, from: `${from.join(between)}\n`, to: `${to.join(between)}\n` };
}

/** The same numbers every time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words are as uneven as in a language: few of them are most of a text. */
function word(random: () => number): string {
  const rank = Math.floor(5_000 * random() ** 3);
  return rank.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
}

function sentence(random: () => number, words: number): string {
  return `${Array.from({ length: words }, () => word(random)).join(' ')}.`;
}

function shuffle(items: readonly string[], random: () => number): string[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function moveBlocks(items: readonly string[], random: () => number): string[] {
  const moved = [...items];
  const size = Math.ceil(items.length / 100);
  for (let block = 0; block < 10; block += 1) {
    const cut = moved.splice(Math.floor(random() * (moved.length - size)), size);
    moved.splice(Math.floor(random() * moved.length), 0, ...cut);
  }
  return moved;
}
