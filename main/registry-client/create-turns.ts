/** Does work at once or when its turn has come. */
type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * Lets so many pieces of work be under way at once and no more: the others wait for their turn. A screen with many
 * open prompts that comes back from sleep asks for all of them in the same moment.
 */
export function createTurns(atOnce: number): InTurn {
  const waiting: (() => void)[] = [];
  let underWay = 0;

  async function takeTurn(): Promise<void> {
    if (underWay === atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
  }

  function passTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }

  return async (work) => {
    await takeTurn();
    try {
      return await work();
    } finally {
      passTurn();
    }
  };
}
