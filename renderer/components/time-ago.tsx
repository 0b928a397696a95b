import { useEffect, useState } from 'react';
import { formatDateTime, formatRelative } from '../format/dates.ts';

const halfMinute = 30_000;

/** A moment as a person says it, with the exact time on hover. It keeps itself up to date. */
export function TimeAgo({ time }: { readonly time: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), halfMinute);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={time} title={formatDateTime(time)}>
      {formatRelative(time, Math.max(now, Date.now() - halfMinute))}
    </time>
  );
}
