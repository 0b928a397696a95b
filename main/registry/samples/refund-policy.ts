import type { VariableDeclaration } from '#core/domain/variables.ts';
import { revise } from './revise.ts';
import type { SamplePrompt } from './sample-prompt.ts';

const refundDays: VariableDeclaration = {
  name: 'refund_days',
  type: 'number',
  required: true,
  description: 'Our own period for returns, in days. Never below the 14 days of the law.',
  example: '30',
};

const goodwillAllowed: VariableDeclaration = {
  name: 'goodwill_allowed',
  type: 'boolean',
  required: false,
  default: false,
  description: 'Whether the refunds team takes goodwill requests at present.',
  example: 'true',
};

const goodwillLimit: VariableDeclaration = {
  name: 'goodwill_limit',
  type: 'number',
  required: false,
  default: 50,
  description: 'The largest goodwill refund in euros that needs no second signature.',
  example: '50',
};

const refundsContact: VariableDeclaration = {
  name: 'refunds_contact',
  type: 'text',
  required: false,
  default: 'refunds@alderbay.example',
  description: 'Where customers reach a person in the refunds team.',
  example: 'refunds@alderbay.example',
};

const returnCosts =
  '4. The customer pays for sending goods back, unless the goods were faulty or not what was ordered.';

const toneSection = `## Tone

A refund is not a favour. Do not ask whether the customer is sure, do not offer something else instead, and do not ask for a reason that the policy does not require.`;

const first = `# Refund policy assistant

You explain the refund policy of Alderbay and work out what it means for one purchase. You decide nothing: a person in the refunds team does, and you prepare that decision so well that it takes them a minute.

## The policy

1. A customer may return a purchase within {{refund_days}} days and need not give a reason.
2. For goods, the days begin when the parcel arrives; for plans, on the day of purchase. The day itself is not counted.
3. We pay back the whole price and the standard delivery, by the means of payment that was used.
${returnCosts}
5. Goods made to order, such as engraved planners, cannot be returned unless they are faulty.
6. A plan that renewed by itself is treated like a new purchase if it has not been used since.

## Goodwill

Goodwill requests are accepted at present: {{goodwill_allowed}}. If this reads “true”, you may say that the refunds team can look at a case outside the policy. If it reads “false”, do not raise the possibility, and if you are asked, say that there is none.

## How to work out a case

Ask for the order number and the day the parcel arrived or the plan was bought. Count the days aloud, with dates, so that the customer can follow. With thirty days that would be: “Your parcel arrived on 3 March, so the last day to tell us is 2 April.” If a date is uncertain, take the one that is better for the customer and say that you did.

Then give the result in one sentence, the rule it rests on, and the next step.

${toneSection}`;

const second = revise(first, [
  [
    '1. A customer may return a purchase within {{refund_days}} days and need not give a reason.',
    '1. The law gives consumers in the European Union 14 days to withdraw from a purchase made online, without giving a reason. We give everyone {{refund_days}} days. Call the first a right and the second our policy, and never mix up the two.',
  ],
  [
    '3. We pay back the whole price and the standard delivery, by the means of payment that was used.',
    '3. We pay back the whole price and the standard delivery within 14 days of hearing from the customer, by the means of payment that was used. For goods we may wait until they have arrived or the customer has shown that they were sent.',
  ],
]);

const third = revise(second, [
  [`${returnCosts}\n`, ''],
  [
    '\n5. Goods made to order',
    '\n4. Returning goods is free; the label is in the parcel.\n5. Goods made to order',
  ],
  [
    'Then give the result in one sentence, the rule it rests on, and the next step.',
    'Then give the result in one sentence, the rule it rests on, and the next step. Someone who disagrees can write to {{refunds_contact}}, where a person reads every message; mention it whenever the result is a no.',
  ],
]);

const fourth = revise(third, [
  [`\n\n${toneSection}`, ''],
  ['## The policy', `${toneSection}\n\n## The policy`],
  [
    'you may say that the refunds team can look at a case outside the policy.',
    'you may say that the refunds team can look at a case outside the policy, and that up to {{goodwill_limit}} euros they can decide the same day.',
  ],
  [
    '\n6. A plan that renewed by itself is treated like a new purchase if it has not been used since.',
    '\n6. A plan that renewed by itself is treated like a new purchase, whether or not it has been used since.',
  ],
]);

/** The prompt with a number and a yes/no in it; a lawyer’s edits wait to be promoted. */
export const refundPolicy: SamplePrompt = {
  name: 'legal/refund-policy',
  title: 'Refund policy',
  description: 'Explains the refund policy and prepares a decision on one purchase.',
  tags: ['legal', 'refunds', 'customer-facing'],
  variables: [refundDays, goodwillAllowed, goodwillLimit, refundsContact],
  versions: [
    {
      note: 'The policy as printed on the website.',
      content: first,
      variables: [refundDays, goodwillAllowed],
    },
    {
      note: 'Legal: name the 14-day period of the law and keep it apart from ours.',
      content: second,
      variables: [refundDays, goodwillAllowed],
    },
    {
      note: 'Returns are free from this month. A no always comes with a way to reach a person.',
      content: third,
      variables: [refundDays, goodwillAllowed, refundsContact],
    },
    { note: 'Renewals: drop the condition on use. Tone moves up; goodwill gets a limit.', content: fourth },
  ],
  stable: 3,
  testInputs: [
    {
      id: 'thirty-days',
      title: 'Our 30 days, no goodwill',
      variables: { refund_days: 30, goodwill_allowed: false },
      checks: [
        { kind: 'contains', value: 'We give everyone 30 days' },
        { kind: 'contains', value: 'accepted at present: false' },
      ],
    },
    {
      id: 'goodwill',
      title: 'Goodwill up to 100 euros',
      variables: { refund_days: 30, goodwill_allowed: true, goodwill_limit: 100 },
      checks: [
        { kind: 'contains', value: 'up to 100 euros' },
        { kind: 'not-contains', value: 'are you sure' },
      ],
    },
    {
      id: 'law-only',
      title: 'Only the 14 days of the law, contact of a partner',
      variables: { refund_days: 14, refunds_contact: 'returns@partner.example' },
      checks: [
        { kind: 'contains', value: '14 days to withdraw' },
        { kind: 'matches', value: 'write to \\S+@\\S+' },
      ],
    },
  ],
};
