/** The whole course on one page. */
import { All, allMetadata } from '../../../../views/all.tsx'

export const metadata = allMetadata('en')

export default function AllPage() {
  return <All lang="en" />
}
