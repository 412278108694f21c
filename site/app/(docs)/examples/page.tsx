/** The list of examples. */
import { Examples, examplesMetadata } from '../../../views/examples.tsx'

export const metadata = examplesMetadata('en')

export default function ExamplesPage() {
  return <Examples lang="en" />
}
