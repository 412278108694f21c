/** The playground at full width. */
import type { Metadata } from 'next'
import { PlaygroundDesk } from '../../../components/playground-desk.tsx'

export const metadata: Metadata = {
  title: 'Playground',
  description: 'Write a component, run it on a Node server of its own, watch the wire.',
}

export default function PlaygroundPage() {
  return <PlaygroundDesk />
}
