/** The mark: one indigo weft going over, under and over three warps. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <g stroke="currentColor" strokeWidth="2.5">
        <path d="M5 2v5.5M5 16.5V22M12 2v20M19 2v5.5M19 16.5V22" fill="none" />
      </g>
      <path d="M0.5 12H9M15 12h8.5" fill="none" stroke="var(--accent)" strokeWidth="4.5" />
    </svg>
  )
}
