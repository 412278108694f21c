/** What is shown without a network in place of a page that was not kept. */
import { Offline, offlineMetadata } from '../../../views/offline.tsx'

export const metadata = offlineMetadata('en')

export default function OfflinePage() {
  return <Offline lang="en" />
}
