/** What changed. */
import { Changelog, changelogMetadata } from '../../../views/changelog.tsx'

export const metadata = changelogMetadata('en')

export default function ChangelogPage() {
  return <Changelog lang="en" />
}
