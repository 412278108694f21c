/** Launches the Chromium of this machine; where there is none, Playwright takes its own or says how to fetch it. */
import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from '../../scripts/prepare.mjs'

/**
 * What Chromium leaves out: what Playwright leaves out itself (the last list counts), and two pages of the address bar, which each
 * window loads although nobody sees them: half of what a window costs.
 */
const DISABLED = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

export const LAUNCH = {
  executablePath: chromiumPath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${DISABLED.join()}`,
  ],
}

export const launchChromium = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, ...more] })
