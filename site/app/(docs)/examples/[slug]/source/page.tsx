/** The source of one example. */
import {
  type ExampleParams,
  ExampleSource,
  exampleParams,
  sourceMetadata,
} from '../../../../../views/examples.tsx'

export const dynamicParams = false

export const generateStaticParams = exampleParams

export const generateMetadata = (params: ExampleParams) => sourceMetadata('en', params)

export default function SourcePage(params: ExampleParams) {
  return <ExampleSource lang="en" params={params.params} />
}
