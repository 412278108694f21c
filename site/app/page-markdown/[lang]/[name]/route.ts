/** Pages that are no lesson as Markdown, at their addresses with `.md` behind. */
import { markdownNames, pageMarkdown } from '../../../../lib/page-markdown.ts'
import { LANGS, type Lang } from '../../../../words/words.ts'

interface MarkdownParams {
  params: Promise<{ lang: string; name: string }>
}

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  LANGS.flatMap((lang) => markdownNames().map((name) => ({ lang, name })))

export async function GET(_: Request, { params }: MarkdownParams): Promise<Response> {
  const { lang, name } = (await params) as { lang: Lang; name: string }
  const text = pageMarkdown(name, lang)
  if (text === undefined) return new Response('There is no such page.\n', { status: 404 })
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
}
