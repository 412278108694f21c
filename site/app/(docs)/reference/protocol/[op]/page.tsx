/** One op of the wire. */
import type { Metadata } from 'next'
import { Reference, referenceMetadata, referenceNames } from '../../../../../views/reference.tsx'

interface OpPageProps {
  params: Promise<{ op: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => referenceNames('protocol/').map((op) => ({ op }))

export const generateMetadata = async ({ params }: OpPageProps): Promise<Metadata> =>
  referenceMetadata('en', 'protocol', (await params).op)

export default async function OpPage({ params }: OpPageProps) {
  return <Reference lang="en" parts={['protocol', (await params).op]} />
}
