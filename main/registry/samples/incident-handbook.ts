import type { VariableDeclaration } from '#core/domain/variables.ts';
import { incidentHandbookText } from './incident-handbook-text.ts';
import { revise } from './revise.ts';
import type { SamplePrompt } from './sample-prompt.ts';

const service: VariableDeclaration = {
  name: 'service',
  type: 'choice',
  choices: ['planner', 'calendar-sync', 'sign-in', 'payments'],
  required: true,
  description: 'What the incident is about, as the status page names it.',
  example: 'sign-in',
};

const incidentLead: VariableDeclaration = {
  name: 'incident_lead',
  type: 'text',
  required: true,
  description: 'The person who leads, by the name that colleagues use.',
  example: 'Mara Lindqvist',
};

const company: VariableDeclaration = {
  name: 'company',
  type: 'text',
  required: false,
  default: 'Alderbay',
  description: 'The company in whose name the messages are written.',
  example: 'Alderbay',
};

const statusPage: VariableDeclaration = {
  name: 'status_page',
  type: 'text',
  required: false,
  default: 'status.alderbay.example',
  description: 'Where customers look when something does not work.',
  example: 'status.alderbay.example',
};

const updateMinutes: VariableDeclaration = {
  name: 'update_minutes',
  type: 'number',
  required: false,
  default: 30,
  description: 'How many minutes may pass between two messages to customers.',
  example: '30',
};

const timezone: VariableDeclaration = {
  name: 'timezone',
  type: 'text',
  required: false,
  default: 'Europe/Berlin',
  description: 'The time zone of the record.',
  example: 'Europe/Berlin',
};

const rehearsal: VariableDeclaration = {
  name: 'rehearsal',
  type: 'boolean',
  required: false,
  default: false,
  description: 'Yes where the incident is only practised.',
  example: 'false',
};

const withoutRehearsal = [service, incidentLead, company, statusPage, updateMinutes, timezone];

const second = revise(incidentHandbookText, [
  [
    'Three people who write to Support about the same empty calendar within ten minutes are an incident;',
    'Three people who write to Support about the same empty calendar within a quarter of an hour are an incident;',
  ],
  [
    '5. Nobody needs permission to raise a grade. Only {{incident_lead}} may lower it.',
    '5. Nobody needs permission to raise a grade. Only {{incident_lead}} may lower it, and says why.\n6. What has been graded for two hours is graded again, from the beginning, as if it had just been called.',
  ],
  [
    'Shifts: nobody leads for more than four hours, or works on an incident for more than six. When four hours are near, ask the lead who follows.',
    'Shifts: nobody leads for more than three hours, or works on an incident for more than six. When three hours are near, ask the lead who follows.',
  ],
  [
    '4. Do not copy customers’ data into the record, into a message, into a drawing, or into a question to you.',
    '4. Do not copy customers’ data into the record, into a message, into a picture of a screen, or into a question to you.',
  ],
]);

const preferences =
  'Prefer what can be undone over what is clever. Prefer going back to the version that worked over repairing the one that does not. Prefer telling ten thousand people that something is switched off over letting them find out that it works half the time.\n\n';

const third = revise(second, [
  [preferences, ''],
  ['Most decisions in an incident are between', `${preferences}Most decisions in an incident are between`],
  ['\n7. Irony does not survive a night. Leave it out.', ''],
  [
    '2. Write down the minute at which we first knew. For a breach of personal data the law gives us 72 hours from then to tell the authority, and weekends count.',
    '2. Write down the minute at which we first knew. Where a breach of personal data has to be reported, the authority expects to hear of it without undue delay and, where feasible, within 72 hours of that minute. Weekends count. Remind {{incident_lead}} and the duty lawyer after 24 hours and again after 48.',
  ],
  [
    'Everything in this handbook is meant to make that person’s next hour calmer.',
    `Everything in this handbook is meant to make that person’s next hour calmer.

This is a rehearsal: {{rehearsal}}. If this reads “true”, begin every draft with the word REHEARSAL, wake nobody, publish nothing, and keep to everything else as if it were real. If it reads “false”, do not mention rehearsals at all.`,
  ],
]);

const thankThem =
  '6. If somebody from outside reports the fault, thank them within the hour, in the lead’s name, and ask for nothing but how to reach them.';

const fourth = revise(third, [
  [`\n${thankThem}`, ''],
  ['## 8. When data is concerned\n', `## 8. When data is concerned\n\n${thankThem.slice('6. '.length)}\n`],
  [
    '7. One apology, in the first message and again in the last. In between, work.',
    '7. One apology in the first message and one in the last, each for something in particular: the meeting that was missed, the invoice that came twice. In between, work.',
  ],
  [
    '8. Do not promise a time by which it will be repaired unless the hands have said one and the lead has doubled it.',
    '8. Do not promise a time by which it will be repaired. Promise the time of the next message, and keep that.\n9. Read the draft once as somebody who has just lost an hour of work. Take out the sentence that annoys you.',
  ],
  [
    '2. **Watched.** For as long as the incident lasted, and at least for an hour, somebody looks at what failed. Then the lead closes the incident.',
    '2. **Watched.** For as long as the incident lasted, at least for an hour and at most for a day, one person, by name, looks at what failed. Then the lead closes the incident.',
  ],
  [
    'The wrong idea took forty seconds, because somebody asked a customer’s question of it.',
    'The wrong idea took forty seconds, because somebody held it against what customers saw.',
  ],
]);

/** Twenty kilobytes of rules and examples: what the editor and the comparison are measured by. */
export const incidentHandbook: SamplePrompt = {
  name: 'operations/incident-handbook',
  title: 'Incident handbook',
  description: 'Keeps the record, drafts the messages and reminds the lead of the rules in an incident.',
  tags: ['operations', 'incidents', 'internal'],
  variables: [...withoutRehearsal, rehearsal],
  versions: [
    {
      note: 'The handbook of the incident desk, rewritten for the assistant.',
      content: incidentHandbookText,
      variables: withoutRehearsal,
    },
    {
      note: 'After the review of the calendar incident: grade again after two hours, shorter shifts.',
      content: second,
      variables: withoutRehearsal,
    },
    { note: 'Legal: the 72 hours as the law puts them, with reminders. Rehearsals.', content: third },
    {
      note: 'Customer messages: apologise for something, promise only the next message.',
      content: fourth,
    },
  ],
  stable: 3,
  testInputs: [
    {
      id: 'sign-in',
      title: 'Sign-in is down',
      variables: { service: 'sign-in', incident_lead: 'Mara Lindqvist' },
      checks: [
        { kind: 'contains', value: 'concerns the service sign-in' },
        { kind: 'contains', value: 'every 30 minutes' },
        { kind: 'contains', value: 'This is a rehearsal: false' },
      ],
    },
    {
      id: 'rehearsal',
      title: 'A rehearsal with payments',
      variables: {
        service: 'payments',
        incident_lead: 'Tomasz Wrona',
        rehearsal: true,
        update_minutes: 60,
      },
      checks: [
        { kind: 'contains', value: 'This is a rehearsal: true' },
        { kind: 'contains', value: 'every 60 minutes' },
      ],
    },
  ],
};
