/** The list of guides. */
import { Guides, guidesMetadata } from '../../../views/guides.tsx'

export const metadata = guidesMetadata('en')

export default function GuidesPage() {
  return <Guides lang="en" />
}
