/** The workspace of one page: every step of a reader in it, saved as it happens. */
import type { Project } from '../container/types.ts'
import { createPersistence } from './persistence.ts'
import type { Version, WorkStorage } from './records.ts'
import type { TabsChannel } from './tabs-channel.ts'
import type { LastWords } from './unload-backup.ts'
import {
  addFile,
  type Caret,
  deleteFile,
  edit,
  type Focus,
  layOut,
  moveTab,
  openFile,
  projectOf,
  renameFile,
  replaceFiles,
  setCaret,
  type Work,
} from './work.ts'

/** A new object at every change, as `useSyncExternalStore` needs. */
export interface WorkState extends Work {
  readonly page: string
  /** Whether anything differs from the template. */
  readonly changed: boolean
  /** Whether everything typed so far is saved. */
  readonly saved: boolean
  /** What a reader must know about saving, or null: storage refused or full. */
  readonly warning: string | null
  /** Something that happened to the work by itself, until dismissed. */
  readonly notice: string | null
  readonly versions: readonly Version[]
}

export interface Workspace {
  getState(): WorkState
  subscribe(listener: () => void): () => void
  edit(name: string, text: string): void
  /** @throws WorkError with the sentence to show; so do rename, delete and open. */
  addFile(name: string, text?: string): void
  renameFile(from: string, to: string): void
  deleteFile(name: string): void
  openFile(name: string): void
  moveTab(name: string, to: number): void
  setCaret(name: string, caret: Caret): void
  /** Restores the template; the current files become a version. */
  reset(): void
  /** Replaces all files; `why` ends the sentence “Kept before …”. */
  replace(project: Project, why: string): void
  restore(version: string): void
  dismissNotice(): void
  /** Resolves once everything typed so far is saved. */
  flush(): Promise<void>
  close(): Promise<void>
}

interface WorkspaceOptions {
  readonly page: string
  readonly template: Project
  /** Where the workspace opens until the reader has moved elsewhere. */
  readonly focus?: Focus | undefined
  readonly storage: WorkStorage
  readonly channel: TabsChannel
  readonly lastWords: LastWords
  /** Identifies this browser tab. */
  readonly tab: string
  readonly now?: () => number
}

/** Opens the workspace with the work saved for `page`, or with the template. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { page, template } = options
  const listeners = new Set<() => void>()
  const keeper = await createPersistence({
    ...options,
    now: options.now ?? Date.now,
    laidOut: layOut(template, options.focus),
  })
  let state = stateNow()
  keeper.onChange(() => {
    state = stateNow()
    for (const listener of listeners) listener()
  })

  function stateNow(): WorkState {
    const work = keeper.work()
    return { ...work, page, changed: differs(work, template), ...keeper.keeping() }
  }

  const replace = (project: Project, why: string) => {
    keeper.keepVersion(why)
    keeper.change(replaceFiles(keeper.work(), project))
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (name, text) => keeper.change(edit(keeper.work(), name, text)),
    addFile: (name, text = '') => keeper.change(addFile(keeper.work(), name, text)),
    renameFile: (from, to) => keeper.change(renameFile(keeper.work(), from, to)),
    deleteFile(name) {
      const next = deleteFile(keeper.work(), name)
      keeper.keepVersion(`you deleted ${name}`)
      keeper.change(next)
    },
    openFile: (name) => keeper.change(openFile(keeper.work(), name)),
    moveTab: (name, to) => keeper.change(moveTab(keeper.work(), name, to)),
    setCaret: (name, caret) => keeper.change(setCaret(keeper.work(), name, caret)),
    reset: () => replace(template, 'you reset the files'),
    replace,
    restore(id) {
      const version = keeper.keeping().versions.find((one) => one.id === id)
      if (version) replace(version, 'you brought an earlier version back')
    },
    dismissNotice: () => keeper.dismissNotice(),
    flush: () => keeper.flush(),
    async close() {
      await keeper.flush()
      listeners.clear()
      keeper.close()
    },
  }
}

/** The reader's files as a project to run, check or share. */
export const projectIn = (state: WorkState): Project => projectOf(state)

function differs(work: Work, template: Project): boolean {
  const names = Object.keys(work.files)
  return (
    work.entry !== template.entry ||
    names.length !== Object.keys(template.files).length ||
    names.some((name) => work.files[name] !== template.files[name])
  )
}
