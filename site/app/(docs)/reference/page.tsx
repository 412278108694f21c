/** The index of the reference. */
import { indexMetadata, ReferenceIndex } from '../../../views/reference.tsx'

export const metadata = indexMetadata('en')

export default function IndexPage() {
  return <ReferenceIndex lang="en" />
}
