/** The picture of a page for links to it, drawn when somebody first asks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { LinkCard } from '../../../../components/link-card.tsx'
import { pageOfCard } from '../../../../lib/link-cards.ts'
import { findRoot } from '../../../../lib/root.ts'
import { LANGS } from '../../../../words/words.ts'

interface CardParams {
  params: Promise<{ lang: string; name: string }>
}

export const dynamic = 'force-dynamic'

/** By language and name: as many as there are pages. */
const drawn = new Map<string, Promise<ArrayBuffer>>()

export async function GET(_: Request, { params }: CardParams): Promise<Response> {
  const { lang: asked, name } = await params
  const lang = LANGS.find((one) => one === asked)
  const page = lang && pageOfCard(lang, name)
  if (!lang || !page) return new Response('There is no such page.\n', { status: 404 })
  const key = `${lang} ${name}`
  const picture = drawn.get(key) ?? draw(<LinkCard lang={lang} page={page} />)
  drawn.set(key, picture)
  return new Response(await picture, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' },
  })
}

const draw = (card: React.ReactElement) =>
  new ImageResponse(card, { width: 1200, height: 630, fonts: fonts() }).arrayBuffer()

function fonts() {
  const read = (family: string, weight: 400 | 500) =>
    ['latin', 'latin-ext'].map((letters) => ({
      name: family,
      weight,
      data: readFileSync(
        join(
          findRoot(),
          `node_modules/@fontsource/${family}/files/${family}-${letters}-${weight}-normal.woff`,
        ),
      ),
    }))
  return [...read('source-serif-4', 500), ...read('figtree', 400)]
}
