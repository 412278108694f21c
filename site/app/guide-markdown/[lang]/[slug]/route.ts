/** Each guide as Markdown, at the address of its page with `.md` behind it. */
import { findGuide, guideMarkdown, listGuides } from '../../../../lib/guides.ts'
import { LANGS, type Lang } from '../../../../words/words.ts'

interface MarkdownParams {
  params: Promise<{ lang: string; slug: string }>
}

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  LANGS.flatMap((lang) => listGuides(lang).map(({ slug }) => ({ lang, slug })))

export async function GET(_: Request, { params }: MarkdownParams): Promise<Response> {
  const { lang, slug } = (await params) as { lang: Lang; slug: string }
  const guide = findGuide(slug, lang)
  if (!guide) return new Response('There is no such guide.\n', { status: 404 })
  return new Response(guideMarkdown(guide), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
