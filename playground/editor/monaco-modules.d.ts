/** Types for modules of Monaco without their own: its grammars, and the store of its settings. */
declare module 'monaco-editor/languages/definitions/typescript/typescript.js' {
  import type { languages } from 'monaco-editor/editor/editor.api.js'
  export const conf: languages.LanguageConfiguration
  export const language: languages.IMonarchLanguage
}

declare module 'monaco-editor/platform/storage/common/storage.js' {
  interface SettingStore {
    store(key: string, value: boolean, scope: number, target: number): void
  }
  export const IStorageService: { readonly type: SettingStore }
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices.js' {
  export const StandaloneServices: {
    get<Service>(id: { readonly type: Service }): Service
  }
}
