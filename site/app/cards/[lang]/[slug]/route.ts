/** The review cards of each lesson as JSON: a review fetches those that are due. */
import { listCards, readCards } from '../../../../lib/cards.ts'
import { LANGS, type Lang } from '../../../../words/words.ts'

interface CardsParams {
  params: Promise<{ lang: string; slug: string }>
}

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  LANGS.flatMap((lang) => listCards(lang).map(({ slug }) => ({ lang, slug })))

export async function GET(_: Request, { params }: CardsParams): Promise<Response> {
  const { lang, slug } = (await params) as { lang: Lang; slug: string }
  const cards = readCards(slug, lang)
  return cards ? Response.json(cards) : Response.json({}, { status: 404 })
}
