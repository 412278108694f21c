'use client'
/** The workspace beside the text, for the text's elements; undefined until it is loaded. */
import { useSyncExternalStore } from 'react'
import { type Workbench, workbench } from '../../../playground/preview/index.ts'

/** Renders again with everything that happens in the workspace. */
export function useWorkbench(): Workbench | undefined {
  useSyncExternalStore(workbench.subscribe, workbench.version, () => 0)
  return workbench.get()
}
