import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { currentConnection, useConnections } from '../connections/connections-store.ts';

interface AdministratorsOnlyProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What only administrators of the registry may see; everybody else is told why they do not. */
export function AdministratorsOnly({ title, children }: AdministratorsOnlyProps) {
  const connection = useConnections(currentConnection);
  const refusal = useRefusal('admin');
  if (refusal === null) return children;
  if (!connection?.member) {
    if (connection?.status === 'connecting') {
      return <SkeletonLines count={3} label="The registry has not answered yet" />;
    }
    return (
      <EmptyState icon={<IconLock size={22} aria-hidden />} title="The registry cannot be asked now">
        {title} can be seen once it answers again.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<IconLock size={22} aria-hidden />} title="Only administrators see this">
      {refusal} An administrator of {connection.name} can give it to you.
    </EmptyState>
  );
}
