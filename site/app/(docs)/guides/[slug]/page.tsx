/** One guide. */
import { Guide, type GuideParams, guideMetadata, guideParams } from '../../../../views/guide.tsx'

export const dynamicParams = false

export const generateStaticParams = guideParams

export const generateMetadata = ({ params }: GuideParams) => guideMetadata('en', params)

export default function GuidePage({ params }: GuideParams) {
  return <Guide lang="en" params={params} />
}
