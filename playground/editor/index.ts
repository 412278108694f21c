/** The door of the editor: Monaco comes with the call, never with the page. */
export type { CodeEditor, CodeEditorEvents, Shown } from './code-editor.ts'

/** Loads the editor; some megabytes of script, so only once it is seen or asked for. */
export const loadCodeEditor = () => import('./code-editor.ts')
