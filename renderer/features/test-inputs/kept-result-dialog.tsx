import { useMemo, useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useAtOpening } from '../../components/use-at-opening.ts';
import { describeResults } from '../../format/describe-results.ts';
import { typographyOf } from '../../theme/typography.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useEvaluations } from './evaluations-store.ts';
import classes from './kept-result-dialog.module.css';
import { ResultDetail } from './result-detail.tsx';
import { ResultList } from './result-list.tsx';
import listClasses from './results-view.module.css';

/** What came of every test input, and what a model answered, for whoever decides on the version. */
export function KeptResultDialog() {
  const opened = useNavigation((state) => state.dialog === 'kept-result');
  const subject = useNavigation((state) => state.dialogSubject);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const connection = useConnections((state) => state.currentId);
  const settings = useSettings((state) => state.settings);
  const typography = useMemo(() => typographyOf(settings), [settings]);
  const [selected, setSelected] = useState<string | null>(null);
  const { value: evaluation } = useAtOpening(opened, () =>
    subject === null ? null : (useEvaluations.getState().details[subject] ?? null),
  );
  const prompt = evaluation?.prompt ?? '';
  const place = useMemo((): PromptPlace => ({ connection, prompt }), [connection, prompt]);
  if (evaluation === null) return null;
  const { results, candidate, baseline } = evaluation;
  const shown = results.find(({ input }) => input.id === selected) ?? results[0];
  const names = { candidate: `v${candidate}`, baseline: baseline === null ? null : `v${baseline}` };
  return (
    <Dialog
      title={`Test inputs with v${candidate}: ${describeResults(results, names.baseline ?? '')}`}
      opened={opened}
      onClose={closeDialog}
      size="full"
    >
      <div className={classes.results}>
        <div className={listClasses.side}>
          <ResultList results={results} selected={shown?.input.id} onSelect={setSelected} />
        </div>
        {shown ? (
          <ResultDetail
            place={place}
            result={shown}
            evaluation={evaluation}
            names={names}
            typography={typography}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
