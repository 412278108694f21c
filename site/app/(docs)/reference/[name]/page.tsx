/** One page of the reference. */
import type { Metadata } from 'next'
import { Reference, referenceMetadata, referenceNames } from '../../../../views/reference.tsx'

interface NamePageProps {
  params: Promise<{ name: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => referenceNames().map((name) => ({ name }))

export const generateMetadata = async ({ params }: NamePageProps): Promise<Metadata> =>
  referenceMetadata('en', (await params).name)

export default async function NamePage({ params }: NamePageProps) {
  return <Reference lang="en" parts={[(await params).name]} />
}
