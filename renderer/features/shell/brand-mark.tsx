/** The product's mark: two braces that hold a word. */
export function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="#fff" strokeWidth="2.400" strokeLinecap="round" strokeLinejoin="round">
        <path d="M12 8.500c-2.200 0-2.800 1.200-2.800 3v1.700c0 1.600-.7 2.600-2.200 2.800 1.500.2 2.200 1.200 2.200 2.800v1.700c0 1.800.6 3 2.800 3" />
        <path d="M20 8.500c2.200 0 2.800 1.200 2.800 3v1.700c0 1.600.7 2.600 2.200 2.800-1.500.2-2.200 1.200-2.200 2.800v1.700c0 1.800-.6 3-2.800 3" />
        <path d="M13.200 16h5.600" />
      </g>
    </svg>
  );
}
