/** Loads the parts of Monaco that the playground needs and sets up its languages once. */
import * as monaco from 'monaco-editor/editor/editor.api.js'
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices.js'
import 'monaco-editor/features/register.all.js'
import { cssDefaults } from 'monaco-editor/languages/features/css/register.js'
import 'monaco-editor/languages/definitions/css/register.js'
import 'monaco-editor/languages/definitions/html/register.js'
import { conf, language } from 'monaco-editor/languages/definitions/typescript/typescript.js'
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js'
import { IStorageService } from 'monaco-editor/platform/storage/common/storage.js'
import { COMPILER_OPTIONS, type Declarations } from './engine-types.ts'
import { canFormat, format } from './format.ts'
import { withMarkup } from './grammar.ts'
import { markupCompletion, markupHover } from './providers.ts'

export type Monaco = typeof monaco

let ready: Monaco | undefined

/** Monaco, with TypeScript that knows html literals. */
export function setUpMonaco(): Monaco {
  if (ready) return ready
  self.MonacoEnvironment = { getWorker }
  monaco.languages.register({ id: 'typescript', extensions: ['.ts'] })
  monaco.languages.setLanguageConfiguration('typescript', { ...conf, wordPattern: WORD })
  monaco.languages.setMonarchTokensProvider('typescript', withMarkup(language))
  monaco.languages.registerCompletionItemProvider('typescript', markupCompletion(monaco))
  monaco.languages.registerHoverProvider('typescript', markupHover(monaco))
  typescriptDefaults.setCompilerOptions(COMPILER_OPTIONS)
  typescriptDefaults.setEagerModelSync(true)
  // Prettier formats; with two formatters Monaco would ask which one to use.
  typescriptDefaults.setModeConfiguration({
    ...typescriptDefaults.modeConfiguration,
    documentRangeFormattingEdits: false,
    onTypeFormattingEdits: false,
  })
  cssDefaults.setModeConfiguration({
    ...cssDefaults.modeConfiguration,
    documentFormattingEdits: false,
    documentRangeFormattingEdits: false,
  })
  showDocumentation()
  ready = monaco
  return monaco
}

// Completion teaches: the documentation of a name is open next to the list if there is room for both.
function showDocumentation() {
  if (innerWidth < 900) return
  const [PROFILE, USER] = [0, 0]
  StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, PROFILE, USER)
}

/** Lets the reader's code be checked and completed with these declarations. */
export function useDeclarations(more: Declarations): void {
  Object.assign(declarations, more)
  typescriptDefaults.setExtraLibs(
    Object.entries(declarations).map(([filePath, content]) => ({ filePath, content })),
  )
}

const declarations: Record<string, string> = {}

/** Enables Shift+Alt+F; `onRefused` gets the message when a file cannot be read. */
export function useFormatter(onRefused: (sentence: string) => void): monaco.IDisposable {
  return monaco.languages.registerDocumentFormattingEditProvider(
    ['typescript', 'css', 'html', 'json', 'markdown'],
    {
      async provideDocumentFormattingEdits(model) {
        const name = model.uri.path.slice(1)
        if (!canFormat(name)) return []
        try {
          const text = await format(name, model.getValue())
          return [{ range: model.getFullModelRange(), text }]
        } catch (cause) {
          onRefused(cause instanceof Error ? cause.message : String(cause))
          return []
        }
      },
    },
  )
}

// Dashes belong to words only in markup; there our suggestions have their own range.
const WORD = /(-?\d*\.\d\w*)|([^\s`~!@#%^&*()\-=+[{\]}\\|;:'",.<>/?]+)/g

function getWorker(_: string, label: string): Worker {
  switch (label) {
    case 'typescript':
    case 'javascript':
      return new Worker(
        new URL('monaco-editor/language/typescript/ts.worker.js', import.meta.url),
        {
          type: 'module',
        },
      )
    case 'css':
      return new Worker(new URL('monaco-editor/language/css/css.worker.js', import.meta.url), {
        type: 'module',
      })
    default:
      return new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), {
        type: 'module',
      })
  }
}
