import type { VariableDeclaration } from '#core/domain/variables.ts';
import { revise } from './revise.ts';
import type { SamplePrompt } from './sample-prompt.ts';

const company: VariableDeclaration = {
  name: 'company',
  type: 'text',
  required: false,
  default: 'Alderbay',
  description: 'The company that answers for the assistant, as customers know it.',
  example: 'Alderbay',
};

const contactEmail: VariableDeclaration = {
  name: 'contact_email',
  type: 'text',
  required: true,
  description: 'An address that a person reads.',
  example: 'hello@alderbay.example',
};

const lastReviewed: VariableDeclaration = {
  name: 'last_reviewed',
  type: 'text',
  required: true,
  description: 'The day on which Legal last read this text, written out.',
  example: '3 March 2026',
};

const retentionDays: VariableDeclaration = {
  name: 'retention_days',
  type: 'number',
  required: false,
  default: 30,
  description: 'How many days a conversation is kept.',
  example: '30',
};

const first = `**About these answers**

These answers are written by an AI system that {{company}} operates. It works with care and still makes mistakes. Please check anything that matters before you rely on it.

Nothing here is legal, tax, financial or medical advice, and no answer changes what you and {{company}} have agreed in a contract. Where an answer and our terms differ, the terms apply.

Please do not enter passwords, payment details or anything about other people that they would not want you to share.

Questions? A person reads {{contact_email}}.

Last reviewed by our legal team on {{last_reviewed}}.`;

const second = revise(first, [
  [
    'It works with care and still makes mistakes. Please check anything that matters before you rely on it.',
    'It can be wrong, and it can be wrong in a convincing way. Please check anything that matters before you rely on it.',
  ],
  [
    '\n\nQuestions? A person reads {{contact_email}}.',
    '\n\nWe keep a conversation for {{retention_days}} days, to answer your questions about it and to improve the service, and delete it afterwards. We do not use it for advertising.\n\nQuestions? A person reads {{contact_email}}.',
  ],
]);

const third = revise(second, [
  [
    ' Where an answer and our terms differ, the terms apply.',
    ' Where an answer and our terms differ, the terms apply; where an answer promised you more, write to us and we will look at it fairly. Your rights under the law of the country you live in are not affected.',
  ],
  [
    'Questions? A person reads {{contact_email}}.',
    'If you would rather speak to a person, or want to object to an answer, write to {{contact_email}}.',
  ],
  [
    'to answer your questions about it and to improve the service, and delete it afterwards.',
    'so that we can answer questions about it, and delete it afterwards.',
  ],
]);

/** A text that is shown as it is; its newest version is the promoted one. */
export const disclaimer: SamplePrompt = {
  name: 'legal/disclaimer',
  title: 'Disclaimer under AI answers',
  description: 'The small print that stands under every answer, in words people can read.',
  tags: ['legal', 'customer-facing'],
  variables: [company, contactEmail, lastReviewed, retentionDays],
  versions: [
    {
      note: 'Replaces the two-page notice. Agreed with Legal on one condition: short.',
      content: first,
      variables: [company, contactEmail, lastReviewed],
    },
    { note: 'Privacy: say how long we keep conversations. “Works with care” is gone.', content: second },
    {
      note: 'Legal: statutory rights unaffected, a way to object. Privacy: only one purpose for keeping.',
      content: third,
    },
  ],
  stable: 3,
  testInputs: [
    {
      id: 'own',
      title: 'Under our own answers',
      variables: { contact_email: 'hello@alderbay.example', last_reviewed: '3 March 2026' },
      checks: [
        { kind: 'contains', value: 'hello@alderbay.example' },
        { kind: 'contains', value: 'legal, tax, financial or medical advice' },
        { kind: 'max-length', value: 1_400 },
      ],
    },
    {
      id: 'partner',
      title: 'Under the answers of a partner',
      variables: {
        company: 'Fjord',
        contact_email: 'hei@fjord.example',
        last_reviewed: '1 April 2026',
        retention_days: 90,
      },
      checks: [
        { kind: 'contains', value: 'for 90 days' },
        { kind: 'not-contains', value: 'Alderbay' },
      ],
    },
  ],
};
