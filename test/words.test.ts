/** What people see stands in the words of its room, in both languages; nothing is written into a component. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { words as workspaceEnglish } from '../playground/ui/words/en/index.ts'
import { words as workspaceSpanish } from '../playground/ui/words/es/index.ts'
import { en as changelogEnglish } from '../site/words/changelog/en.ts'
import { es as changelogSpanish } from '../site/words/changelog/es.ts'
import { en } from '../site/words/en.ts'
import { es } from '../site/words/es.ts'
import { en as examplesEnglish } from '../site/words/examples/en.ts'
import { es as examplesSpanish } from '../site/words/examples/es.ts'
import { en as footerEnglish } from '../site/words/footer/en.ts'
import { es as footerSpanish } from '../site/words/footer/es.ts'
import { en as guidesEnglish } from '../site/words/guides/en.ts'
import { es as guidesSpanish } from '../site/words/guides/es.ts'
import { en as homeEnglish } from '../site/words/home/en.ts'
import { es as homeSpanish } from '../site/words/home/es.ts'
import { en as offlineEnglish } from '../site/words/offline/en.ts'
import { es as offlineSpanish } from '../site/words/offline/es.ts'
import { enPages } from '../site/words/pages/en.ts'
import { esPages } from '../site/words/pages/es.ts'
import { en as referenceEnglish } from '../site/words/reference/en/index.ts'
import { es as referenceSpanish } from '../site/words/reference/es/index.ts'
import { en as searchEnglish } from '../site/words/search/en.ts'
import { es as searchSpanish } from '../site/words/search/es.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const SEEN = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'name']
// Names, keys and figures are the same in every language.
const SAME = /^(Telar|Ctrl\+M|Shift\+Alt\+F|B|KB|ms|ES|EN)$/

/** Texts that a component shows, or gives to a screen reader, without taking them from the words. */
function writtenIn(file: string): string[] {
  const found: string[] = []
  const note = (text: string) => {
    const said = text.replace(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(said) && !SAME.test(said)) found.push(said)
  }
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node.text)
    if (ts.isJsxAttribute(node) && SEEN.includes(node.name.getText())) {
      const { initializer } = node
      const isHtml = !/^[A-Z]/.test(node.parent.parent.tagName.getText())
      // `name` of an element is for forms; of a component it is what people hear.
      const isSeen = node.name.getText() !== 'name' || !isHtml
      if (
        isSeen &&
        initializer &&
        ts.isStringLiteral(initializer) &&
        / |^[A-Z]/.test(initializer.text)
      )
        note(initializer.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(
    ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    ),
  )
  return found
}

const components = ['playground/ui', 'site/components', 'site/views'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => `${folder}/${name}`),
)

test('no component has a sentence of its own', () => {
  expect(components.length).toBeGreaterThan(40)
  const found = components.flatMap((file) => writtenIn(file).map((said) => `${file}: ${said}`))
  expect(found).toEqual([])
  // It would see one.
  expect(writtenIn('test/support/sentence.tsx')).toEqual(['A loom', 'Said by nobody else.'])
})

/** Every sentence with the way to it; functions are called with what shows where it goes. */
function sentencesOf(words: object, way = ''): [way: string, said: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const to = way ? `${way}.${key}` : key
    if (typeof value === 'string') return [[to, value]]
    if (typeof value === 'function')
      return [1, 2].map((count) => [`${to}(${count})`, saidBy(value, count)])
    return typeof value === 'object' && value !== null ? sentencesOf(value, to) : []
  })
}

/** What it takes is a number or a name. */
function saidBy(say: (...given: unknown[]) => unknown, count: number): string {
  try {
    return String(say(...Array(say.length).fill(count)))
  } catch {
    return String(say(...Array(say.length).fill(String(count))))
  }
}

const ENGLISH_ONLY =
  /\b(the|and|is|are|with|your|you|this|that|of|to|from|not|lesson|code|check|step|page)\b/i
const SPANISH_ONLY = /\b(el|la|los|las|de|que|una?|tu|con|por|lección|código|página)\b|[¿¡ñ]/i

test.each([
  ['the workspace', workspaceEnglish, workspaceSpanish],
  ['the site', en, es],
  ['pages of the server', enPages, esPages],
  ['the home page', homeEnglish, homeSpanish],
  ['the search', searchEnglish, searchSpanish],
  ['the offline page', offlineEnglish, offlineSpanish],
  ['the changelog', changelogEnglish, changelogSpanish],
  ['the footer', footerEnglish, footerSpanish],
  ['the examples', examplesEnglish, examplesSpanish],
  ['the guides', guidesEnglish, guidesSpanish],
  ['the reference', referenceEnglish, referenceSpanish],
])('%s says nothing in the other language', (_, english, spanish) => {
  const wrong = [
    ...sentencesOf(english).filter(([, said]) => SPANISH_ONLY.test(prose(said))),
    ...sentencesOf(spanish).filter(([, said]) => ENGLISH_ONLY.test(prose(said))),
  ].map(([way, said]) => `${way}: ${said}`)
  expect(wrong.filter((one) => !NAMES.test(one))).toEqual([])
})

// Names of the code are the same in every language.
const prose = (said: string) => said.replace(/`[^`]*`/g, '')

// Each language names the other in that language; paths are no sentences, and code is code.
const NAMES = /^(header\.otherLanguage|playground\.path|lang)|\.code\.text:/
