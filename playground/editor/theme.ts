/** Makes Monaco's colours from the page's design tokens, for the current theme. */
import type { editor } from 'monaco-editor/editor/editor.api.js'

/** The tokens by role, as `#rrggbb`. */
type Palette = Readonly<Record<(typeof TOKENS)[number], string>>

const TOKENS = [
  'paper',
  'paper-2',
  'ink',
  'ink-2',
  'line',
  'muted',
  'accent',
  'warn',
  'fault-app',
  'code-keyword',
  'code-text',
  'code-tag',
  'code-name',
  'code-number',
  'code-comment',
] as const

/** Reads the tokens as the browser resolves them, in any notation. */
export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element)
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const hex = (token: string) => {
    const value = style.getPropertyValue(`--${token}`).trim()
    if (/^#[0-9a-f]{6}$/i.test(value) || !canvas) return value || '#808080'
    canvas.fillStyle = value
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }
  return Object.fromEntries(TOKENS.map((token) => [token, hex(token)])) as Palette
}

/** A Monaco theme in these colours. */
export function themeOf(palette: Palette, dark: boolean): editor.IStandaloneThemeData {
  const rule = (token: string, role: keyof Palette, fontStyle = '') => ({
    token,
    foreground: palette[role].slice(1),
    fontStyle,
  })
  const faint = (role: keyof Palette, alpha: string) => palette[role] + alpha
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'ink'),
      rule('comment', 'code-comment', 'italic'),
      rule('keyword', 'code-keyword'),
      rule('string', 'code-text'),
      rule('regexp', 'code-text'),
      rule('number', 'code-number'),
      rule('type', 'code-name'),
      rule('delimiter', 'ink-2'),
      rule('tag', 'code-tag'),
      rule('attribute.name', 'code-name'),
      rule('attribute.name.live', 'code-keyword', 'bold'),
      rule('attribute.value', 'code-text'),
      rule('delimiter.html', 'muted'),
    ],
    colors: {
      'editor.background': palette.paper,
      'editor.foreground': palette.ink,
      'editorLineNumber.foreground': palette.muted,
      'editorLineNumber.activeForeground': palette.ink,
      'editorCursor.foreground': palette.accent,
      'editor.selectionBackground': faint('accent', '33'),
      'editor.inactiveSelectionBackground': faint('accent', '1f'),
      'editor.wordHighlightBackground': faint('accent', '1f'),
      'editor.lineHighlightBorder': '#00000000',
      'editor.lineHighlightBackground': faint('paper-2', '99'),
      'editorIndentGuide.background1': palette.line,
      'editorIndentGuide.activeBackground1': palette.muted,
      'editorBracketMatch.background': faint('accent', '1f'),
      'editorBracketMatch.border': palette.accent,
      'editorError.foreground': palette['fault-app'],
      'editorWarning.foreground': palette.warn,
      'editorWidget.background': palette['paper-2'],
      'editorWidget.foreground': palette.ink,
      'editorWidget.border': palette.line,
      'editorHoverWidget.background': palette['paper-2'],
      'editorHoverWidget.border': palette.line,
      'editorSuggestWidget.background': palette['paper-2'],
      'editorSuggestWidget.border': palette.line,
      'editorSuggestWidget.foreground': palette.ink,
      'editorSuggestWidget.selectedBackground': faint('accent', '2b'),
      'editorSuggestWidget.selectedForeground': palette.ink,
      'editorSuggestWidget.highlightForeground': palette.accent,
      'editorSuggestWidget.focusHighlightForeground': palette.accent,
      'list.hoverBackground': faint('accent', '14'),
      focusBorder: palette.accent,
      'input.background': palette.paper,
      'input.border': palette.line,
      'scrollbarSlider.background': faint('muted', '33'),
      'scrollbarSlider.hoverBackground': faint('muted', '55'),
      'scrollbarSlider.activeBackground': faint('muted', '77'),
      'widget.shadow': '#00000022',
    },
  }
}

/** Whether the page is dark now. */
export const isDark = (element: HTMLElement) =>
  getComputedStyle(element).colorScheme.split(' ').includes('dark')

/** Calls `listener` whenever the reader or the system changes the theme. */
export function onThemeChange(listener: () => void): () => void {
  const wish = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
  wish.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    wish.removeEventListener('change', listener)
  }
}
