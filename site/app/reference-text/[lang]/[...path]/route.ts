/** Each page of the reference as Markdown, at its address with `.md` behind it. */
import { findReferencePage, indexMarkdown, referencePages } from '../../../../lib/reference.ts'
import { referenceMarkdown } from '../../../../lib/reference-markdown.ts'
import { LANGS, type Lang } from '../../../../words/words.ts'

interface TextParams {
  params: Promise<{ lang: string; path: string[] }>
}

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  LANGS.flatMap((lang) =>
    ['/reference', ...referencePages(lang).map(({ path }) => path)].map((path) => ({
      lang,
      path: path.slice(1).split('/'),
    })),
  )

export async function GET(_: Request, { params }: TextParams): Promise<Response> {
  const { lang, path } = (await params) as { lang: Lang; path: string[] }
  const page = findReferencePage(`/${path.join('/')}`, lang)
  return new Response(page ? referenceMarkdown(page) : indexMarkdown(lang), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
