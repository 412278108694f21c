/** Each lesson as Markdown, at the address of its page with `.md` behind it. */
import { lessonMarkdown } from '../../../../lib/lesson-markdown.ts'
import { findLesson, listLessons } from '../../../../lib/lessons.ts'
import { LANGS, type Lang, pathIn } from '../../../../words/words.ts'

interface MarkdownParams {
  params: Promise<{ lang: string; slug: string }>
}

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  LANGS.flatMap((lang) => listLessons(lang).map(({ slug }) => ({ lang, slug })))

export async function GET(_: Request, { params }: MarkdownParams): Promise<Response> {
  const { lang, slug } = (await params) as { lang: Lang; slug: string }
  const lesson = findLesson(slug, lang)
  if (!lesson) return new Response('There is no such lesson.\n', { status: 404 })
  return new Response(lessonMarkdown(lesson, pathIn(lang, `/learn/${slug}`)), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
