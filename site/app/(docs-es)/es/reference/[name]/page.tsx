/** One page of the reference, in Spanish. */
import type { Metadata } from 'next'
import { Reference, referenceMetadata, referenceNames } from '../../../../../views/reference.tsx'

interface NamePageProps {
  params: Promise<{ name: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => referenceNames().map((name) => ({ name }))

export const generateMetadata = async ({ params }: NamePageProps): Promise<Metadata> =>
  referenceMetadata('es', (await params).name)

export default async function NamePage({ params }: NamePageProps) {
  return <Reference lang="es" parts={[(await params).name]} />
}
