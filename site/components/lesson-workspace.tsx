/** The workspace of a lesson in each language: it and its words are loaded once they are shown. */
import { lazy } from 'react'
import type { WorkspaceProps, WorkspaceWords } from '../../playground/ui/index.ts'
import type { Lang } from '../words/words.ts'

// The editor is by far the heaviest part of the site: a reader of only the text never loads it.
export const LESSON_WORKSPACE: Readonly<Record<Lang, ReturnType<typeof speaking>>> = {
  en: speaking(() => import('../../playground/ui/words/en/index.ts')),
  es: speaking(() => import('../../playground/ui/words/es/index.ts')),
}

type Spoken = NonNullable<Parameters<typeof WorkspaceWords>[0]['value']>

function speaking(load: () => Promise<{ words: Spoken }>) {
  return lazy(async () => {
    const [{ Workspace, WorkspaceWords }, { words }] = await Promise.all([
      import('../../playground/ui/index.ts'),
      load(),
    ])
    return {
      default: (props: WorkspaceProps) => (
        <WorkspaceWords value={words}>
          <Workspace {...props} />
        </WorkspaceWords>
      ),
    }
  })
}
