import type { KeptMerge } from '#core/contract/merge-shapes.ts';
import type { WrittenResult } from './carry-over.ts';
import { type MergeChoices, mergedText } from './merge-choices.ts';
import type { MergeSubject } from './merge-subject.ts';

/** What was decided and written in a merge that is not finished. */
export interface BegunMerge {
  readonly subject: string;
  readonly choices: MergeChoices;
  /** `null` while the result is what the decisions give. */
  readonly written: WrittenResult | null;
}

/** A begun merge as it is kept on the disk. */
export function toKept({ parts }: MergeSubject, { subject, choices, written }: BegunMerge): KeptMerge {
  return {
    ...choices,
    subject,
    variables: [...choices.variables],
    result: written?.text ?? mergedText(parts, choices),
    written: written && { overrules: written.overrules },
  };
}

/** A begun merge as it was kept. */
export function fromKept({ subject, variables, result, written, ...choices }: KeptMerge): BegunMerge {
  return {
    subject,
    choices: { ...choices, variables: new Map(variables) },
    written: written && { text: result, overrules: written.overrules },
  };
}
