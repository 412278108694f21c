/** The pages of the course speak Spanish in the browser too. */
import type { ReactNode } from 'react'
import { Spanish } from '../../../../words/spanish.tsx'

export default function LearnLayout({ children }: { children: ReactNode }) {
  return <Spanish>{children}</Spanish>
}
