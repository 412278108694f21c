/** What changed, in Spanish. */
import { Changelog, changelogMetadata } from '../../../../views/changelog.tsx'

export const metadata = changelogMetadata('es')

export default function ChangelogPage() {
  return <Changelog lang="es" />
}
