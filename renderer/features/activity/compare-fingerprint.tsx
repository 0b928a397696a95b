import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { Callout } from '../../components/callout.tsx';
import { formatDateTime } from '../../format/dates.ts';
import { readFingerprint } from './fingerprint.ts';
import classes from './verify-dialog.module.css';

interface Answer {
  readonly tone: 'positive' | 'danger' | 'warning';
  readonly title: string;
  readonly text: string;
}

/** Compares the log with a fingerprint that was kept earlier. */
export function CompareFingerprint({ connection }: { readonly connection: string }) {
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const compare = async (event: FormEvent) => {
    event.preventDefault();
    setAnswer(await answerFor(connection, text));
  };
  return (
    <form className={classes.part} onSubmit={(event) => void compare(event)}>
      <div className={classes.compare}>
        <TextInput
          label="Compare with a fingerprint that was kept earlier"
          placeholder="Paste it here"
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAnswer(null);
          }}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''}>
          Compare
        </Button>
      </div>
      {answer ? (
        <Callout tone={answer.tone} title={answer.title}>
          {answer.text}
        </Callout>
      ) : null}
    </form>
  );
}

async function answerFor(connection: string, text: string): Promise<Answer> {
  const kept = readFingerprint(text);
  if (!kept) {
    return {
      tone: 'warning',
      title: 'This is not a fingerprint.',
      text: 'It is a number, a colon, and 64 letters and digits, as it is shown above.',
    };
  }
  try {
    const event = await unwrap(bridge.events.find({ connection, seq: kept.seq }));
    const name = `Entry ${kept.seq.toLocaleString()}`;
    if (event?.hash === kept.hash) {
      return {
        tone: 'positive',
        title: `${name} is the one that was kept.`,
        text: `It is of ${formatDateTime(event.at)}. The log up to there is the same as when the fingerprint was kept.`,
      };
    }
    return {
      tone: 'danger',
      title: event
        ? `${name} is not the one that was kept.`
        : `This log has no entry ${kept.seq.toLocaleString()}.`,
      text: 'Either the fingerprint is of another registry, or the log was replaced since then, for example by a backup or by writing it anew. Ask whoever runs the registry.',
    };
  } catch (thrown) {
    const error = toBridgeError(thrown);
    return { tone: 'warning', title: `${describeError(error).title}.`, text: describeErrorInFull(error) };
  }
}
