'use client'
/** The playground in Spanish. */
import { WorkspaceWords } from '../../playground/ui/index.ts'
import { words } from '../../playground/ui/words/es/index.ts'
import { PlaygroundLayout, type PlaygroundLayoutProps } from './playground-layout.tsx'

export const SpanishPlayground = (props: PlaygroundLayoutProps) => (
  <WorkspaceWords value={words}>
    <PlaygroundLayout {...props} />
  </WorkspaceWords>
)
