/** The mark: two people who meet. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" className="logo-ground" />
      <circle cx="12.6" cy="16" r="6.9" className="logo-left" />
      <circle cx="19.4" cy="16" r="6.9" className="logo-right" />
      <path d="M16 9.98a6.9 6.9 0 0 1 0 12.04 6.9 6.9 0 0 1 0-12.04Z" className="logo-ground" />
    </svg>
  );
}
