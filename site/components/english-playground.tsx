'use client'
/** The playground in English. */
import { WorkspaceWords } from '../../playground/ui/index.ts'
import { words } from '../../playground/ui/words/en/index.ts'
import { PlaygroundLayout, type PlaygroundLayoutProps } from './playground-layout.tsx'

export const EnglishPlayground = (props: PlaygroundLayoutProps) => (
  <WorkspaceWords value={words}>
    <PlaygroundLayout {...props} />
  </WorkspaceWords>
)
