import { useMemo } from 'react';
import type { Typography } from './typography.ts';

/** The same object for the same type, so that a parent's fresh literal does not set the editor up again. */
export function useTypography({ family, size, measure }: Typography): Typography {
  return useMemo(() => ({ family, size, measure }), [family, size, measure]);
}
