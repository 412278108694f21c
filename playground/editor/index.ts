/** What other rooms import from the editor: Monaco loads with the call, never with the page. */
export type { CodeEditor, CodeEditorEvents, Shown } from './code-editor.ts'

/** Loads the editor; it is some megabytes of script, so only once it is visible or asked for. */
export const loadCodeEditor = () => import('./code-editor.ts')
