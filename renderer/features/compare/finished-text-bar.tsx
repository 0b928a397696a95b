import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { MissingValues } from '../../components/missing-values.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { fillIn } from '../editor/commands.ts';
import { usePreview } from '../editor/preview-store.ts';
import classes from './compare-view.module.css';

interface FinishedTextBarProps {
  readonly place: PromptPlace;
  /** The variables of either text that have no value, or one that does not fit. */
  readonly missing: readonly string[];
  /** Those among them whose value does not fit. */
  readonly unfit: readonly string[];
}

const none: never[] = [];

/** Says with which values the texts are finished, and which of them are missing. */
export function FinishedTextBar({ place, missing, unfit }: FinishedTextBarProps) {
  const key = placeKey(place);
  const sets = usePreview((state) => state.sets[key]) ?? none;
  const chosen = usePreview((state) => state.kept[key]?.chosen) ?? '';
  const options = sets.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className={classes.finished}>
      <SelectField
        label="With the values"
        value={chosen}
        groups={[{ label: 'Values', options: [{ value: '', label: 'Your own' }, ...options] }]}
        onChange={(id) => usePreview.getState().choose(place, id || null)}
      />
      <MissingValues names={missing} unfit={unfit} onGoTo={fillIn} />
    </div>
  );
}
