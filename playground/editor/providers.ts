/** Passes our suggestions and hovers in html literals to Monaco. */

import type * as api from 'monaco-editor/editor/editor.api.js'
import type { editor, IMarkdownString, languages } from 'monaco-editor/editor/editor.api.js'
import { hoverAt, type Suggestion, suggestAt } from './suggestions.ts'

/** Completion in markup: tags, attributes, `lv-…` with documentation, values. */
export function markupCompletion(monaco: typeof api): languages.CompletionItemProvider {
  const { CompletionItemInsertTextRule, CompletionItemKind } = monaco.languages
  const kinds: Record<Suggestion['kind'], languages.CompletionItemKind> = {
    event: CompletionItemKind.Event,
    attribute: CompletionItemKind.Property,
    tag: CompletionItemKind.Class,
    value: CompletionItemKind.Value,
  }
  return {
    triggerCharacters: ['<', '/', ' ', '-', '"', "'"],
    provideCompletionItems(model, position) {
      const offset = model.getOffsetAt(position)
      const suggestions = suggestAt(textOf(model), offset)
      return {
        suggestions: suggestions.map((one, at) => ({
          label: one.label,
          kind: kinds[one.kind],
          insertText: one.insert,
          insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
          ...(one.docs ? { documentation: markdown(one.docs) } : {}),
          // Ours have a teaching order: the engine's attributes first.
          sortText: String(at).padStart(4, '0'),
          range: monaco.Range.fromPositions(model.getPositionAt(offset - one.replaces), position),
          ...(one.goesOn
            ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } }
            : {}),
        })),
      }
    },
  }
}

/** What an attribute of the engine does, for the one under the pointer or at the caret. */
export function markupHover(monaco: typeof api): languages.HoverProvider {
  return {
    provideHover(model, position) {
      const hover = hoverAt(textOf(model), model.getOffsetAt(position))
      if (!hover) return null
      return {
        contents: [markdown(hover.docs)],
        range: monaco.Range.fromPositions(
          model.getPositionAt(hover.from),
          model.getPositionAt(hover.to),
        ),
      }
    },
  }
}

// Offsets are counted with the model's own line ends.
const textOf = (model: editor.ITextModel) => model.getValue()

const markdown = (value: string): IMarkdownString => ({ value })
