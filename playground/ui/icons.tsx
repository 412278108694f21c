/** The icons on the playground's buttons, drawn in one weight. */
import type { ReactNode } from 'react'

const icon = (paths: ReactNode) =>
  function Icon() {
    return (
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths}
      </svg>
    )
  }

export const RunIcon = icon(<path d="M4.5 3v10l8-5z" fill="currentColor" />)
export const StopIcon = icon(<rect x="4" y="4" width="8" height="8" rx="1" fill="currentColor" />)
export const AddIcon = icon(<path d="M8 3v10M3 8h10" />)
export const MoreIcon = icon(
  <>
    <circle cx="3.5" cy="8" r=".75" fill="currentColor" />
    <circle cx="8" cy="8" r=".75" fill="currentColor" />
    <circle cx="12.5" cy="8" r=".75" fill="currentColor" />
  </>,
)
export const ReloadIcon = icon(<path d="M13 4v3.2H9.8M12.6 7.2A5 5 0 1 0 13 9.6" />)
export const SecondIcon = icon(
  <>
    <rect x="2" y="3" width="5" height="10" rx="1" />
    <rect x="9" y="3" width="5" height="10" rx="1" />
  </>,
)
export const WindowIcon = icon(
  <path d="M9 3h4v4M13 3 7.5 8.5M6.5 4H4a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V9.5" />,
)
export const DownloadIcon = icon(<path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10" />)
export const CloseIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />)
export const HistoryIcon = icon(
  <path d="M2.6 6.2A5.6 5.6 0 1 1 2.4 8.6M2.5 3v3.3h3.3M8 5.2V8l2 1.4" />,
)
export const PassedIcon = icon(<path d="m3.5 8.5 3 3 6-7" />)
export const FailedIcon = icon(<path d="M8 3.5v5.2M8 11.6v.2" />)
export const SkippedIcon = icon(<path d="M4.5 8h7" />)
export const UpIcon = icon(<path d="m4 9.5 4-4 4 4" />)
export const DownIcon = icon(<path d="m4 6.5 4 4 4-4" />)
export const GripIcon = icon(
  <>
    <circle cx="6" cy="4" r=".75" fill="currentColor" />
    <circle cx="10" cy="4" r=".75" fill="currentColor" />
    <circle cx="6" cy="8" r=".75" fill="currentColor" />
    <circle cx="10" cy="8" r=".75" fill="currentColor" />
    <circle cx="6" cy="12" r=".75" fill="currentColor" />
    <circle cx="10" cy="12" r=".75" fill="currentColor" />
  </>,
)
