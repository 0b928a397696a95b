import type { AuditRecord } from '#core/contract/audit-shapes.ts';

/** What applications that asked for stable got at a moment. */
export type AuditAnswer =
  | { readonly kind: 'future' | 'not-created' | 'nothing' }
  | { readonly kind: 'served'; readonly version: number };

/** @param now in the same form as the question's moment */
export function findAnswer(
  { question, first, intervals }: Pick<AuditRecord, 'question' | 'first' | 'intervals'>,
  now: string,
): AuditAnswer {
  if (question.until > now) return { kind: 'future' };
  const served = intervals.at(-1);
  if (served) return { kind: 'served', version: served.interval.version };
  return { kind: question.until < first.createdAt ? 'not-created' : 'nothing' };
}

/** Says the answer; `format` writes a moment. */
export function describeAnswer(
  record: AuditRecord,
  now: string,
  format: (time: string) => string,
): { readonly title: string; readonly text: string } {
  const { question, prompt, first, firstPromotion, next } = record;
  const answer = findAnswer(record, now);
  const when = format(question.until);
  switch (answer.kind) {
    case 'future':
      return {
        title: `${when} is still to come.`,
        text: `What ${prompt.title} will be then is not known. Choose a moment that has passed.`,
      };
    case 'not-created':
      return {
        title: `On ${when} there was no ${prompt.title} yet.`,
        text: `It was created on ${format(first.createdAt)} by ${first.author.name}. Applications that asked for it before were told that there is no such prompt.`,
      };
    case 'nothing':
      return {
        title: `On ${when} nothing of ${prompt.title} was stable.`,
        text: `It was there since ${format(first.createdAt)}, but not promoted. Applications that asked for stable got no text: they were told that nothing is promoted. ${
          firstPromotion
            ? `The first version that they got was v${firstPromotion.version}, from ${format(firstPromotion.since)} on.`
            : 'That is so to this day.'
        }`,
      };
    case 'served': {
      const since = record.intervals.at(-1)?.interval.since ?? question.since;
      const until = next ? `until ${format(next.since)}` : 'and still is';
      return {
        title: `On ${when}, v${answer.version} of ${prompt.title} was stable.`,
        text: `It was stable from ${format(since)} on, ${until}. Every application that asked for stable got this text.${
          prompt.archived ? ' The prompt is archived today; archived prompts are still served.' : ''
        }`,
      };
    }
  }
}
