/** What this is and where it is written, for programs that read. */
import { llmsText } from '../../lib/llms.ts'

export const dynamic = 'force-static'

export const GET = () =>
  new Response(llmsText('en'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
