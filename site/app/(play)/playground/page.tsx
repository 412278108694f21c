/** The playground at full width. */
import { Alternates } from '../../../components/alternates.tsx'
import { EnglishPlayground } from '../../../components/english-playground.tsx'
import { preloadFonts } from '../../../lib/early-fonts.ts'
import { pageMetadata } from '../../../views/metadata.ts'
import { wordsOf } from '../../../words/of.ts'

const { header, playground } = wordsOf('en')

export const metadata = pageMetadata('en', header.playground, playground.description, '/playground')

export default function PlaygroundPage() {
  preloadFonts('ui', 'mono')
  return (
    <>
      <Alternates lang="en" path="/playground" />
      <EnglishPlayground />
    </>
  )
}
