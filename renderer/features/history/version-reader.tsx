import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowsDiff } from '@tabler/icons-react';
import type { VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { formatDateTime } from '../../format/dates.ts';
import { formatNote } from '../../format/format-note.ts';
import type { Typography } from '../../theme/typography.ts';
import { useCompare } from '../compare/compare-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { promoteToStable, requestPromotion } from '../promotion/commands.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { restoreAsDraft } from './commands.ts';
import classes from './version-reader.module.css';
import { useVersionText } from './versions-store.ts';

interface VersionReaderProps {
  readonly place: PromptPlace;
  readonly version: number;
  readonly versions: readonly VersionSummary[];
  readonly typography: Typography;
}

/** The text of one version, and what can be done with it. */
export function VersionReader({ place, version, versions, typography }: VersionReaderProps) {
  const { text, error } = useVersionText(place, version);
  const summary = versions.find((candidate) => candidate.version === version);

  // Drawn again with what it depends on: what is stable, and what is asked for already.
  usePromotions((state) => state.promotions[place.connection]);
  const stable = useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.stable);
  const isOffered = promoteToStable.isAvailable?.() || requestPromotion.isAvailable?.();
  const request = promoteToStable.isAvailable?.() ? promoteToStable : requestPromotion;

  const compare = (from: string, to: string) => {
    useCompare.getState().choose(place, { from, to });
    useNavigation.getState().openTab('compare');
  };

  return (
    <section className={classes.reader} aria-label={`Version ${version}`}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <h2>v{version}</h2>
          {summary ? (
            <p className={classes.meta}>
              {summary.author.name}, {formatDateTime(summary.createdAt)}
              {summary.parent !== null && summary.parent !== version - 1
                ? ` · written from v${summary.parent}`
                : ''}
            </p>
          ) : null}
        </div>
        <div className={classes.actions}>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconArrowsDiff size={15} aria-hidden />}>
                Compare with …
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                disabled={version === versions[0]?.version}
                onClick={() => compare(String(version), 'latest')}
              >
                latest
              </Menu.Item>
              <Menu.Item
                disabled={stable == null || stable === version}
                onClick={() => compare('stable', String(version))}
              >
                stable
              </Menu.Item>
              {version > 1 ? (
                <Menu.Item onClick={() => compare(String(version - 1), String(version))}>
                  the version before, v{version - 1}
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
          {isOffered ? <CommandButton command={request} variant="default" /> : null}
          <CommandButton
            command={restoreAsDraft}
            variant="default"
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            disabled={!text}
          />
        </div>
      </header>
      {error ? (
        <ErrorNote title={describeError(error).title}>{describeErrorInFull(error)}</ErrorNote>
      ) : text ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        <section className={classes.text} tabIndex={0} aria-label={`Text of v${version}`}>
          {summary?.note ? <p className={classes.note}>{formatNote(summary.note)}</p> : null}
          <MarkedText content={text.content} typography={typography} />
        </section>
      ) : (
        <SkeletonLines count={7} label="The text is being loaded" />
      )}
    </section>
  );
}
