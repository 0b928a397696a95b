import type { VariableDeclaration } from '#core/domain/variables.ts';
import { revise } from './revise.ts';
import type { SamplePrompt } from './sample-prompt.ts';

const firstName: VariableDeclaration = {
  name: 'first_name',
  type: 'text',
  required: true,
  description: 'The first name from the sign-up form, exactly as it was typed.',
  example: 'Noor',
};

const goal: VariableDeclaration = {
  name: 'goal',
  type: 'text',
  required: false,
  default: 'keep a clear week',
  description: 'What they want to use the planner for, in their own words.',
  example: 'stop losing track of client deadlines',
};

const trialDays: VariableDeclaration = {
  name: 'trial_days',
  type: 'number',
  required: false,
  default: 14,
  description: 'How many days the trial lasts.',
  example: '14',
};

const senderName: VariableDeclaration = {
  name: 'sender_name',
  type: 'text',
  required: false,
  default: 'Ines from Alderbay',
  description: 'Who signs the mail. A real colleague who reads the replies.',
  example: 'Ines from Alderbay',
};

const tone: VariableDeclaration = {
  name: 'tone',
  type: 'choice',
  choices: ['warm', 'plain', 'formal'],
  required: false,
  default: 'warm',
  description: 'How the mail sounds.',
  example: 'warm',
};

const first = `# Onboarding mail

Write the one mail that a new customer receives an hour after signing up. It has a single purpose: that they put one real thing into their planner today.

## The reader

Their name is {{first_name}}. They signed up to {{goal}}. They have {{trial_days}} days to try everything, and they have already received three mails from other companies this morning.

## The mail

- Subject: at most six words, no emoji, no name, nothing that sounds like an offer.
- First line: what they can do now, tied to their goal. Do not thank them for signing up; do not tell them that we are excited.
- Middle: one suggestion, small enough to be done in two minutes, with the exact words of the button.
- Last line: invite a reply, in a way that makes clear that somebody reads it.
- Length: 90 words at most, not counting the subject.

## Leave out

Feature lists, links to more than one place, deadlines, discounts, and any sentence that would fit every other product as well.

Sign as {{sender_name}}. Answer with the subject on the first line, an empty line, and the mail.`;

const second = revise(first, [
  [
    'They have {{trial_days}} days to try everything, and they have already received three mails from other companies this morning.',
    'They have {{trial_days}} days to try everything. They read this on a phone, standing up.',
  ],
  [
    '- Length: 90 words at most, not counting the subject.',
    '- Length: 70 words at most, not counting the subject.',
  ],
  [
    'Sign as {{sender_name}}. Answer with',
    `## Example of the first line

For somebody who wants to plan a wedding: “Start with the day itself: put it in, and the weeks before it arrange themselves around it.”

Sign as {{sender_name}}. Answer with`,
  ],
]);

const third = revise(second, [
  ['## The mail\n', '## The mail\n\nThe tone is {{tone}}. Whatever it is, write as one person to another.\n'],
  [
    'Feature lists, links to more than one place, deadlines, discounts, and any sentence that would fit every other product as well.',
    'Feature lists, links to more than one place, discounts, and any sentence that would fit every other product as well. Mention the end of the trial only if you can do it without pressing.',
  ],
  [
    'Write the one mail that a new customer receives an hour after signing up.',
    'Write the one mail that a new customer receives an hour after signing up, and the only one in their first week.',
  ],
]);

/** The prompt of a project that is not live: nothing of it was promoted yet. */
export const onboardingMail: SamplePrompt = {
  name: 'marketing/onboarding-mail',
  title: 'Onboarding mail',
  description: 'Writes the first mail to a new customer: one suggestion, seventy words.',
  tags: ['marketing', 'e-mail'],
  variables: [firstName, goal, trialDays, senderName, tone],
  versions: [
    {
      note: 'Draft for the spring campaign.',
      content: first,
      variables: [firstName, goal, trialDays, senderName],
    },
    {
      note: 'Shorter after reading twenty results aloud. An example helps more than another rule.',
      content: second,
      variables: [firstName, goal, trialDays, senderName],
    },
    { note: 'Tone as a variable; one mail in the first week, as agreed with Support.', content: third },
  ],
  stable: null,
  testInputs: [
    {
      id: 'freelancer',
      title: 'A freelancer with a goal',
      variables: { first_name: 'Noor', goal: 'stop losing track of client deadlines' },
      checks: [
        { kind: 'contains', value: 'Their name is Noor' },
        { kind: 'contains', value: 'stop losing track of client deadlines' },
      ],
    },
    {
      id: 'formal',
      title: 'Formal, with a long trial',
      variables: { first_name: 'Adaeze', tone: 'formal', trial_days: 30 },
      checks: [
        { kind: 'contains', value: 'The tone is formal' },
        { kind: 'contains', value: '30 days' },
        { kind: 'not-contains', value: 'excited to' },
      ],
    },
  ],
};
