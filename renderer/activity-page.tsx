import { useMemo } from 'react';
import { ActivityView } from './features/activity/activity-view.tsx';
import { readAsOf } from './features/audit/as-of-address.ts';
import { AsOfView } from './features/audit/as-of-view.tsx';
import { useSettings } from './features/settings/settings-store.ts';
import { useNavigation } from './features/shell/navigation-store.ts';
import { typographyOf } from './theme/typography.ts';

/** Activity, with the part of it that the address names. */
export function ActivityPage() {
  const isAsOf = useNavigation((state) => readAsOf(state.within) !== null);
  const settings = useSettings((state) => state.settings);
  const typography = useMemo(() => typographyOf(settings), [settings]);
  return isAsOf ? <AsOfView typography={typography} /> : <ActivityView />;
}
