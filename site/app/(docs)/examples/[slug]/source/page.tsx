/** The source of one example, file by file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Code } from '../../../../../components/code.tsx'
import { EXAMPLES } from '../../../../../examples/catalog.ts'
import { describe } from '../../../../../lib/about.ts'
import { findRoot } from '../../../../../lib/root.ts'
import style from '../../examples.module.css'

interface SourcePageProps {
  params: Promise<{ slug: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => EXAMPLES.map(({ slug }) => ({ slug }))

const exampleOf = async (params: SourcePageProps['params']) => {
  const { slug } = await params
  return EXAMPLES.find((example) => example.slug === slug)
}

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const example = await exampleOf(params)
  return example ? { title: `Source of ${example.title}`, description: describe(example.says) } : {}
}

export default async function SourcePage({ params }: SourcePageProps) {
  const example = await exampleOf(params)
  if (!example) notFound()
  const { slug, title, says, files, lesson } = example
  return (
    <main id="main" className={`${style.examples} ${style.source}`}>
      <h1>{title}</h1>
      <p className={style.lead}>
        {says} <a href={`/examples/${slug}/`}>See it run</a>
        {lesson && (
          <>
            , or <a href={`/learn/${slug}`}>build it in a lesson</a>
          </>
        )}
        . <a href="/examples">All examples</a>
      </p>
      {files.map((file) => (
        <section key={file} aria-label={file}>
          <h2>{file}</h2>
          <Code
            text={readFileSync(join(findRoot(), 'site/examples', file), 'utf8')}
            language={file.endsWith('.css') ? 'css' : 'ts'}
          />
        </section>
      ))}
    </main>
  )
}
