import { Button } from '@mantine/core';
import { IconFiles, IconFolder, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { ChooseRegistry } from './choose-registry.tsx';
import classes from './choose-step.module.css';
import { listChosenFiles, listEntries, takeEntries } from './dropped-files.ts';
import { useExported } from './exported-store.ts';
import shared from './import.module.css';
import { useImport } from './import-store.ts';
import { type ChosenFile, looksLikeList } from './read-sources.ts';

type Origin = 'files' | 'paste' | 'registry';

const origins = [
  { value: 'files', label: 'Files or a folder' },
  { value: 'paste', label: 'Pasted text' },
  { value: 'registry', label: 'Another registry' },
] as const;

/** Where the prompts are now. */
export function ChooseStep() {
  const [origin, setOrigin] = useState<Origin>('files');
  const ownError = useImport((state) => state.error);
  const exportedError = useExported((state) => state.error);
  const error = ownError ?? exportedError;
  return (
    <>
      <Segmented label="Import from" value={origin} onChange={setOrigin} options={origins} />
      <ErrorBanner error={error} />
      {origin === 'files' ? <ChooseFiles /> : origin === 'paste' ? <Paste /> : <ChooseRegistry />}
    </>
  );
}

function ChooseFiles() {
  const readFiles = useImport((state) => state.readFiles);
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [wasEmpty, setWasEmpty] = useState(false);

  const read = (files: readonly ChosenFile[]) => {
    setWasEmpty(files.length === 0);
    if (files.length > 0) void readFiles(files);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    read(await listEntries(takeEntries(event.dataTransfer)));
  };
  const choose = (input: HTMLInputElement) => {
    const files = listChosenFiles(input.files ?? []);
    input.value = '';
    read(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same by keyboard
    <div
      className={classes.dropZone}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <IconUpload size={22} stroke={1.6} aria-hidden />
      <p className={classes.dropTitle}>Drop files or a folder here</p>
      <p role="status" className={classes.empty}>
        {wasEmpty ? 'There is no file in that. Choose another folder, or files.' : ''}
      </p>
      <p className={shared.secondary}>
        Text and Markdown files, a CSV table with a title and a text column, JSON, or an export of
        PromptForge. Nothing is changed before you have seen what will happen.
      </p>
      <div className={classes.buttons}>
        <Button
          data-autofocus
          leftSection={<IconFiles size={15} aria-hidden />}
          onClick={() => fileInput.current?.click()}
        >
          Choose files
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={15} aria-hidden />}
          onClick={() => folderInput.current?.click()}
        >
          Choose a folder
        </Button>
      </div>
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => choose(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folderInput.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label="Folder to import"
        onChange={(event) => choose(event.currentTarget)}
      />
    </div>
  );
}

function Paste() {
  const paste = useImport((state) => state.paste);
  const setPaste = useImport((state) => state.setPaste);
  const readPasted = useImport((state) => state.readPasted);
  const [chosen, setChosen] = useState<'prompt' | 'list' | null>(null);
  const readAs = chosen ?? (looksLikeList(paste) ? 'list' : 'prompt');
  return (
    <form
      className={shared.paste}
      onSubmit={(event) => {
        event.preventDefault();
        void readPasted(readAs);
      }}
    >
      <GrowingTextarea
        label="Text"
        placeholder="Paste a prompt, rows copied from a spreadsheet, or JSON"
        data-autofocus
        minRows={10}
        maxRows={16}
        value={paste}
        onChange={(event) => setPaste(event.currentTarget.value)}
      />
      <DialogActions
        hint={
          <Segmented
            label="It is"
            value={readAs}
            onChange={setChosen}
            options={[
              { value: 'prompt', label: 'One prompt' },
              { value: 'list', label: 'A table or a list' },
            ]}
          />
        }
      >
        <Button type="submit" disabled={paste.trim() === ''}>
          Continue
        </Button>
      </DialogActions>
    </form>
  );
}
