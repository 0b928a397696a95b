import { Button, Checkbox, Progress } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { formatCount } from '../../format/counts.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import classes from './exported-step.module.css';
import { isToDo, useExported } from './exported-store.ts';
import shared from './import.module.css';
import table from './row-table.module.css';

const rowHeight = 58;

/** An export with its history: what it would bring, and what it brought. */
export function ExportedStep() {
  const step = useExported((state) => state.step);
  const error = useExported((state) => state.error);
  return (
    <>
      <ErrorBanner error={error} />
      {step === 'review' ? <Review /> : step === 'done' ? <Done /> : <Working />}
    </>
  );
}

function Working() {
  const { step, doing, done, total, stop } = useExported();
  const isCounted = doing === 'Importing' || doing === 'Reading the other registry';
  return (
    <>
      <p role="status" className={shared.sentence}>
        {doing}
        {isCounted && total !== null ? `: ${done.toLocaleString()} of ${formatCount(total, 'prompt')}` : '…'}
      </p>
      <Progress value={total ? (done / total) * 100 : 0} aria-label={doing} transitionDuration={150} />
      <p className={shared.secondary}>
        {step === 'writing' ? 'What was imported stays when you stop.' : 'Nothing is changed yet.'}
      </p>
      <DialogActions>
        <Button variant="default" onClick={stop}>
          {step === 'writing' ? 'Stop' : 'Cancel'}
        </Button>
      </DialogActions>
    </>
  );
}

function Review() {
  const { rows, chosen, from, source, textsOnly, onlyLatest, choose, setTextsOnly, write, startOver } =
    useExported();
  const target = useConnections(({ connections }) =>
    connections?.find(({ id }) => id === useExported.getState().target),
  );
  const deed = source === null ? 'Import' : source.isMoved ? 'Move' : 'Copy';
  const scroller = useRef<HTMLDivElement>(null);
  const changing = rows.filter((row) => isToDo(row, source?.isMoved));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const nothingToDo = rows.every(({ state }) => state === 'same')
    ? `all of it is ${source === null ? 'here' : 'there'} already.`
    : 'see what is said of each prompt.';
  const none = changing.length > 0 ? 'Choose a prompt first.' : `There is nothing to do: ${nothingToDo}`;
  const hint = chosen.size === 0 ? none : undefined;
  return (
    <>
      <p className={shared.secondary}>
        {source === null
          ? `${from} has ${formatCount(rows.length, 'prompt')} with their history. `
          : `${formatCount(rows.length, 'prompt')} of ${from}, ${onlyLatest ? 'the latest text alone' : 'with the history'}. `}
        {changing.length.toLocaleString()} would change in {target?.name ?? 'the registry'}.
        {source?.isMoved ? ` What has arrived is archived in ${from}. ` : ' '}
        Who wrote a version first, and when, is kept in its note.
      </p>
      <section data-alone className={classes.exported} aria-label="What will happen">
        <div className={`${table.tableHead} ${classes.head}`}>
          <Checkbox
            label="Choose all"
            checked={changing.length > 0 && chosen.size === changing.length}
            indeterminate={chosen.size > 0 && chosen.size < changing.length}
            disabled={changing.length === 0}
            onChange={(event) =>
              choose(
                changing.map(({ name }) => name),
                event.currentTarget.checked,
              )
            }
          />
          {onlyLatest ? null : (
            <Checkbox
              label={source === null ? 'Move stable as the export has it' : `Move stable as ${from} has it`}
              checked={!textsOnly}
              onChange={(event) => void setTextsOnly(!event.currentTarget.checked)}
            />
          )}
        </div>
        <div className={`${table.scroller} ${classes.list}`} ref={scroller}>
          {/* biome-ignore lint/a11y/useSemanticElements: the rows are placed by hand, as in the other list */}
          <div
            role="list"
            aria-label={formatCount(rows.length, 'prompt')}
            className={table.rows}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return row ? (
                // biome-ignore lint/a11y/useSemanticElements: see above
                <div
                  key={row.name}
                  role="listitem"
                  aria-setsize={rows.length}
                  aria-posinset={item.index + 1}
                  className={table.rowPlace}
                  style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
                >
                  <div className={classes.exportedRow}>
                    <Checkbox
                      aria-label={`${deed} ${row.title}`}
                      checked={chosen.has(row.name)}
                      disabled={!isToDo(row, source?.isMoved)}
                      onChange={(event) => choose([row.name], event.currentTarget.checked)}
                    />
                    <span className={classes.exportedTitle}>
                      <strong>{row.title}</strong>
                      <span className={shared.secondary}>{row.name}</span>
                    </span>
                    <span className={classes.exportedSentence} title={row.sentence}>
                      {row.state === 'same' && source?.isMoved
                        ? 'There already; to be archived here'
                        : row.sentence.charAt(0).toUpperCase() + row.sentence.slice(1)}
                    </span>
                  </div>
                </div>
              ) : null;
            })}
          </div>
        </div>
      </section>
      <DialogActions hint={hint}>
        <Button variant="default" onClick={startOver}>
          Start over
        </Button>
        <Button disabled={chosen.size === 0} onClick={() => void write()}>
          {deed} {formatCount(chosen.size, 'prompt')}
        </Button>
      </DialogActions>
    </>
  );
}

function Done() {
  const { chosen, outcomes, source, from, onlyLatest, lookAgain, startOver } = useExported();
  const done = source === null ? 'imported' : source.isMoved ? 'moved' : 'copied';
  const closeDialog = useNavigation((state) => state.closeDialog);
  const failed = outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : []));
  const waiting = outcomes.filter((outcome) => 'waiting' in outcome && outcome.waiting !== null).length;
  const left = chosen.size - outcomes.length;
  const sentences = [
    `${formatCount(outcomes.length - failed.length, 'prompt')} ${done}${onlyLatest ? '' : ' with the history'}.`,
    ...(source?.isMoved ? [`What was moved is archived in ${from}.`] : []),
    ...(waiting > 0 ? [`${formatCount(waiting, 'promotion')} must be approved here first.`] : []),
    ...(failed.length > 0 ? [`${formatCount(failed.length, 'prompt')} could not be ${done}.`] : []),
    ...(left > 0 ? [`${formatCount(left, 'prompt')} ${left === 1 ? 'was' : 'were'} not tried.`] : []),
  ];
  return (
    <>
      <p role="status" className={shared.sentence}>
        {sentences.join(' ')}
      </p>
      {failed.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <ul className={shared.failures} aria-label="Not imported" tabIndex={0}>
          {failed.slice(0, 200).map(({ name, reason }) => (
            <li key={name}>
              <strong>{name}</strong> <span className={shared.secondary}>{reason}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <DialogActions>
        {left > 0 || failed.length > 0 ? (
          <Button variant="default" onClick={() => void lookAgain()}>
            Look at the rest
          </Button>
        ) : null}
        <Button
          data-autofocus
          onClick={() => {
            closeDialog();
            startOver();
          }}
        >
          Done
        </Button>
      </DialogActions>
    </>
  );
}
