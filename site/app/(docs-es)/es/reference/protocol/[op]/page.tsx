/** One op of the wire, in Spanish. */
import type { Metadata } from 'next'
import { Reference, referenceMetadata, referenceNames } from '../../../../../../views/reference.tsx'

interface OpPageProps {
  params: Promise<{ op: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => referenceNames('protocol/').map((op) => ({ op }))

export const generateMetadata = async ({ params }: OpPageProps): Promise<Metadata> =>
  referenceMetadata('es', 'protocol', (await params).op)

export default async function OpPage({ params }: OpPageProps) {
  return <Reference lang="es" parts={['protocol', (await params).op]} />
}
