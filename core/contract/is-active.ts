/** True unless the member was deactivated. */
export const isActive = ({ active }: { readonly active?: boolean | undefined }) => active !== false;
