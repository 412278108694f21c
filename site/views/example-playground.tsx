/** An example, open in the playground to be changed. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ComponentType } from 'react'
import type { PlaygroundProps } from '../../playground/ui/index.ts'
import { Alternates } from '../components/alternates.tsx'
import { preloadFonts } from '../lib/early-fonts.ts'
import { exampleProject, playable } from '../lib/example-projects.ts'
import { examplesWords } from '../words/examples/of.ts'
import type { Lang } from '../words/words.ts'
import { pageMetadata } from './metadata.ts'

export interface ExampleParams {
  params: Promise<{ slug: string }>
}

export const playgroundParams = () => playable().map(({ slug }) => ({ slug }))

const exampleOf = async ({ params }: ExampleParams) => {
  const { slug } = await params
  return playable().find((example) => example.slug === slug)
}

export async function playgroundMetadata(lang: Lang, params: ExampleParams): Promise<Metadata> {
  const example = await exampleOf(params)
  if (!example) return {}
  const { title, says } = example.about[lang]
  const name = examplesWords(lang).changeIt(title)
  return pageMetadata(lang, name, says, `/playground/${example.slug}`)
}

interface ExamplePlaygroundProps extends ExampleParams {
  lang: Lang
  /** The playground that speaks this language: the other one's words are not loaded. */
  playground: ComponentType<PlaygroundProps & { path?: string }>
}

export async function ExamplePlayground(props: ExamplePlaygroundProps) {
  const { lang, playground: Playground, ...params } = props
  const example = await exampleOf(params)
  if (!example) notFound()
  preloadFonts('ui', 'mono')
  const path = `/playground/${example.slug}`
  return (
    <>
      <Alternates lang={lang} path={path} />
      <Playground
        path={path}
        template={exampleProject(example)}
        example={{ name: example.slug, title: example.about[lang].title }}
      />
    </>
  )
}
