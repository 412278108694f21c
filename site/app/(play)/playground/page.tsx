/** The playground at full width. */
import type { Metadata } from 'next'
import { PlaygroundLayout } from '../../../components/playground-layout.tsx'
import { describe } from '../../../lib/about.ts'
import { preloadFonts } from '../../../lib/early-fonts.ts'

export const metadata: Metadata = {
  title: 'Playground',
  description: describe(
    'Write a component, run it on a Node server of your own, and watch what page and server say.',
  ),
}

export default function PlaygroundPage() {
  preloadFonts('ui', 'mono')
  return <PlaygroundLayout />
}
