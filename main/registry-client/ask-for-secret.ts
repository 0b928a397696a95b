import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';

const firstAnswer = z.object({ id: z.string() });

/**
 * Makes something whose secret is shown once. Where the answer with the secret was lost on the way, nobody has seen
 * it: the thing is there, and gets another secret.
 *
 * @param rotate gives the thing another secret
 * @throws {Problem | AppError} what `make` and `rotate` throw
 */
export async function askForSecret<Answer>(
  make: () => Promise<Answer>,
  rotate: (id: string) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'secret-not-repeated') throw error;
    const first = firstAnswer.safeParse(error.members.first);
    if (!first.success) throw error;
    return rotate(first.data.id);
  }
}
