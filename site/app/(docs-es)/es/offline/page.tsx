/** What is shown without a network in place of a page that was not kept, in Spanish. */
import { Offline, offlineMetadata } from '../../../../views/offline.tsx'

export const metadata = offlineMetadata('es')

export default function OfflinePage() {
  return <Offline lang="es" />
}
