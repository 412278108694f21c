/** One answer that a prediction offers. */
import type { ReactNode } from 'react'

export interface AskedChoice {
  readonly value: string
  readonly label: ReactNode
}
