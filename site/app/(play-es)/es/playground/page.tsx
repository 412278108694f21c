/** The playground at full width, in Spanish. */
import { Alternates } from '../../../../components/alternates.tsx'
import { SpanishPlayground } from '../../../../components/spanish-playground.tsx'
import { preloadFonts } from '../../../../lib/early-fonts.ts'
import { pageMetadata } from '../../../../views/metadata.ts'
import { wordsOf } from '../../../../words/of.ts'

const { header, playground } = wordsOf('es')

export const metadata = pageMetadata('es', header.playground, playground.description, '/playground')

export default function PlaygroundPage() {
  preloadFonts('ui', 'mono')
  return (
    <>
      <Alternates lang="es" path="/playground" />
      <SpanishPlayground />
    </>
  )
}
