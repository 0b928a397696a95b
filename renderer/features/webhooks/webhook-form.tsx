import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { DialogActions } from '../../components/dialog.tsx';
import { groupEvents } from './event-words.ts';
import classes from './webhooks.module.css';
import type { WebhookWish } from './webhooks-store.ts';

interface WebhookFormProps {
  readonly before: WebhookWish;
  readonly submitLabel: string;
  /** Hides the buttons while nothing is changed. */
  readonly savesChanges?: boolean;
  readonly onCancel: () => void;
  /** Throws where it fails. */
  readonly onSubmit: (wish: WebhookWish) => Promise<void>;
}

/** Where a webhook sends to, what it is for, and what it is told of. */
export function WebhookForm({
  before,
  submitLabel,
  savesChanges = false,
  onCancel,
  onSubmit,
}: WebhookFormProps) {
  const [url, setUrl] = useState(before.url);
  const [description, setDescription] = useState(before.description);
  const [types, setTypes] = useState(before.types);
  const [wasTried, setTried] = useState(false);
  const { isRunning, error, run } = useCall();
  const wish: WebhookWish = { url: url.trim(), description: description.trim(), types };
  const isComplete = wish.url !== '' && types.length > 0;
  const isChanged = JSON.stringify(inOrder(wish)) !== JSON.stringify(inOrder(before));

  return (
    <form
      noValidate
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isComplete)
          void run(
            () => onSubmit(wish),
            () => undefined,
          );
      }}
    >
      <TextInput
        label="Address"
        description="The receiver’s, on the internet. Each message is a POST with JSON."
        placeholder="https://chat.example.com/hooks/prompts"
        data-autofocus={!savesChanges || undefined}
        maxLength={2_000}
        value={url}
        error={wasTried && wish.url === '' ? 'Give an address.' : undefined}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label="What it is for"
        description="It may be empty."
        maxLength={2_000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <div className={classes.events}>
        {groupEvents(before.types).map(({ title, events }) => (
          <fieldset key={title} className={classes.eventGroup}>
            <legend className={classes.legend}>{title}</legend>
            {events.map(({ type, name }) => (
              <Checkbox
                key={type}
                size="xs"
                label={name}
                checked={types.includes(type)}
                onChange={(event) => {
                  const isChosen = event.currentTarget.checked;
                  setTypes((chosen) =>
                    isChosen ? [...chosen, type] : chosen.filter((other) => other !== type),
                  );
                }}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {wasTried && types.length === 0 ? <p role="alert">Choose what it is told of.</p> : null}
      <ErrorBanner error={error} />
      {isChanged || !savesChanges ? (
        <DialogActions>
          <Button
            variant="default"
            onClick={() => {
              setUrl(before.url);
              setDescription(before.description);
              setTypes(before.types);
              onCancel();
            }}
          >
            {savesChanges ? 'Discard changes' : 'Cancel'}
          </Button>
          <Button type="submit" loading={isRunning}>
            {submitLabel}
          </Button>
        </DialogActions>
      ) : null}
    </form>
  );
}

const inOrder = ({ url, description, types }: WebhookWish) => [url, description, types.toSorted()];
