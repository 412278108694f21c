/** One guide, in Spanish. */
import { Guide, type GuideParams, guideMetadata, guideParams } from '../../../../../views/guide.tsx'

export const dynamicParams = false

export const generateStaticParams = guideParams

export const generateMetadata = ({ params }: GuideParams) => guideMetadata('es', params)

export default function GuidePage({ params }: GuideParams) {
  return <Guide lang="es" params={params} />
}
