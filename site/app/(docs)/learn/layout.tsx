/** The pages of the course speak English in the browser too. */
import type { ReactNode } from 'react'
import { English } from '../../../words/english.tsx'

export default function LearnLayout({ children }: { children: ReactNode }) {
  return <English>{children}</English>
}
