/** Finds and launches the Chromium of this machine; where there is none, launching it is an error. */
import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

// The first is Chromium without the windows that nobody sees here: a page costs it a third less.
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** Undefined leaves the choice to Playwright, which takes its own or says how to fetch it. */
export function chromiumPath(): string | undefined {
  for (const name of BROWSERS) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {}
  }
  return undefined
}

/** What Chromium leaves out: what Playwright leaves out itself (the last list counts), and two pages of the address bar, which each window loads although nobody sees them: half of what a window costs. */
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
