'use client'
/** What a lesson offers around its check: results, the solution as a diff, its lines in order, another answer's cost. */
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { Project } from '../container/types.ts'
import { projectIn, type WorkState, type Workspace } from '../workspace/workspace.ts'
import { CheckResults } from './check-results.tsx'
import type { CheckWords } from './check-words.ts'
import { codeHash } from './code-hash.ts'
import { Compare } from './compare.tsx'
import type { Puzzle } from './puzzle-order.ts'
import type { useCheck } from './use-check.ts'
import { useWords } from './use-words.ts'

// Few readers open them, and each brings a library.
const SolveDialog = lazy(async () => ({
  default: (await import('./solve-dialog.tsx')).SolveDialog,
}))
const LinesDialog = lazy(async () => ({
  default: (await import('./lines-dialog.tsx')).LinesDialog,
}))

/** All objects must stay the same as long as the page. */
export interface LessonHelp {
  /** Another right answer, whose cost is shown beside the reader's. */
  readonly alt?: Project | undefined
  /** The solution's lines, offered in order after some failed checks. */
  readonly puzzle?: Puzzle | undefined
  /** The translations of the check, if the page is not in English. */
  readonly translations?: CheckWords | undefined
  /** How many checks of this lesson have failed so far. */
  readonly failed?: number
  /** Shown when the check has passed. */
  readonly passed?: ReactNode
}

/** After so many failed checks the lines are offered. */
const FAILED_ENOUGH = 2

interface HelpOptions {
  workspace: Workspace
  state: WorkState
  checking: ReturnType<typeof useCheck>
  solution: Project | undefined
  help: LessonHelp | undefined
  /** Why a check has not started. */
  waiting: string | undefined
  onCheck: () => void
  /** The preview should be seen now. */
  onShow: () => void
  /** The results are gone, and with them what had the focus. */
  onClosed: () => void
  /** The files were replaced, and this says so. */
  onReplaced: (sentence: string) => void
}

/** The results of the check as an element, the dialogs, and what opens the solution. */
export function useLessonHelp(options: HelpOptions) {
  const { workspace, state, checking, solution, help = NOTHING, waiting } = options
  const words = useWords()
  const [open, setOpen] = useState<'solve' | 'lines'>()
  const { checked, close, run } = checking
  const { files, entry } = state
  const code = useMemo(() => codeHash({ files, entry }), [files, entry])
  const offersLines = help.puzzle !== undefined && (help.failed ?? 0) >= FAILED_ENOUGH

  const take = (why: string, sentence: string) => {
    setOpen(undefined)
    if (!solution) return
    close()
    workspace.replace(solution, why)
    options.onReplaced(sentence)
  }

  const results = checked && (
    <CheckResults
      checked={checked}
      isOld={checked.code !== code}
      waiting={waiting}
      translations={help.translations}
      onClose={(byKeys) => {
        close()
        if (byKeys) options.onClosed()
      }}
      onAgain={options.onCheck}
      onShow={options.onShow}
      onLines={offersLines ? () => setOpen('lines') : undefined}
    >
      {help.passed}
      {help.alt && <Compare steps={checked.steps} other={help.alt} run={run} />}
    </CheckResults>
  )

  const dialog = solution && open && (
    <Suspense>
      {open === 'solve' ? (
        <SolveDialog
          files={projectIn(state).files}
          solution={solution}
          onTake={() => take('you took the solution', words.tools.solved)}
          onClose={() => setOpen(undefined)}
        />
      ) : (
        help.puzzle && (
          <LinesDialog
            puzzle={help.puzzle}
            onTake={() => take('you put the lines in order', words.lines.taken)}
            onClose={() => setOpen(undefined)}
            onLost={options.onClosed}
          />
        )
      )}
    </Suspense>
  )

  return { results, dialog, solve: () => setOpen('solve') }
}

const NOTHING: LessonHelp = {}
