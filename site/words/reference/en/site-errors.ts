/** Cause and cure of the codes of this site, in English. */
import type { SiteErrorWords } from '../words.ts'

export const siteErrors: SiteErrorWords = {
  'reader-code': {
    title: 'Code in the playground and in lessons',
    seenBy:
      'Told in the console of a workspace, mostly with file and line. It is in the code there.',
    codes: {
      'entry-missing': {
        cause: 'The file that the page starts from is not among the files.',
        cure: 'Create it under the name that the message gives, or press Reset.',
      },
      'default-missing': {
        cause: 'The file that the page starts from has no default export.',
        cure: 'Write `export default class Counter extends LiveComponent`.',
      },
      'default-unusable': {
        cause:
          'The default export is something that can’t be shown: an object, a function or a class without `getTemplate()`.',
        cure: 'Export a component class, a `Layout` or what `page()` returns.',
      },
      'import-missing': {
        cause: 'An import names a file that is not among the files.',
        cure: 'Correct the name, with its ending, or create the file. The message lists those that are there.',
      },
      'import-json': {
        cause: 'A JSON file is imported without its type, which Node asks for.',
        cure: "Write `with { type: 'json' }` behind the name of the file.",
      },
      'import-unknown-package': {
        cause:
          'An import names a package that the container does not have, or a file of yours without `./`.',
        cure: 'Write `./` before the name of a file. For packages, take your code home with Download and install them there.',
      },
      'import-unexported': {
        cause: 'An import asks a file or a package for a name that it does not export.',
        cure: 'Export it there, or correct the name. For a type write `import { type Name }`.',
      },
      syntax: {
        cause:
          'A file is not TypeScript that can be read: a bracket, a quote or a comma is missing.',
        cure: 'Look at the line that the message names, and at the one before it.',
      },
      'syntax-unsupported': {
        cause:
          'A file has TypeScript that is more than types: an `enum`, a `namespace`, a parameter property. Types are removed here, and nothing is translated.',
        cure: 'Write it as JavaScript has it. The message says how.',
      },
      'syntax-decorator': {
        cause: 'A file has a decorator, which Node does not run.',
        cure: 'Write a field or a method of the class. State needs no mark: every field is state.',
      },
      'syntax-jsx': {
        cause: 'A file has JSX, which nothing here compiles.',
        cure: 'Write the markup in a template literal: `` html`<p>${this.count}</p>` ``.',
      },
      json: {
        cause: 'A JSON file does not parse.',
        cure: 'Use double quotes only, and leave out comments and the comma behind the last item.',
      },
      thrown: {
        cause: 'Your code has thrown something without a code of its own.',
        cure: 'Read the message, and follow the stack in the console to your line.',
      },
      loop: {
        cause:
          'Code ran for 2 seconds without a pause, so nobody else could be answered, and its process was ended.',
        cure: 'End the loop, or await something that takes time in it. The message names the handler and the line.',
      },
      'load-exit': {
        cause: 'The process ended while your files were loaded.',
        cure: 'Look for a call of `process.exit()` at the top level of a file.',
      },
      'load-late': {
        cause:
          'Your files did not finish loading: one awaits something at its top level that never comes.',
        cure: 'Move the `await` into `start()` or a handler.',
      },
      'check-exit': {
        cause: 'The process ended while a lesson’s check ran.',
        cure: 'Look for a call of `process.exit()` in your code.',
      },
      'check-late': {
        cause:
          'A step of a lesson’s check did not finish: a handler waits for something that never comes.',
        cure: 'Look at what the handlers of this step await.',
      },
      'files-lost': {
        cause: 'Your code has deleted files that the container needs.',
        cure: 'Press Run: a new container gets your files as they are in the editor.',
      },
      'paint-failed': {
        cause:
          'The first paint of the page has failed, and the engine did not say why. This is a fault of ours.',
        cure: 'Undo your last change, and report the code that shows it.',
      },
    },
  },
  container: {
    title: 'Containers',
    seenBy:
      'Told in the console of a workspace when no container comes up, or when it goes away. It is hardly ever your code.',
    codes: {
      'host-late': {
        cause: 'The container host, or StackBlitz, has not answered in time.',
        cure: 'Check the network and reload the page. If it stays so, the host of this site is down.',
      },
      'engine-late': {
        cause: 'The container is up, but the engine in it did not start in time.',
        cure: 'Press Run again. Where many readers run code at once, a moment later helps.',
      },
      'engine-not-loaded': {
        cause: 'The files of the engine did not load in the container.',
        cure: 'Reload the page, which fetches them again. The console shows the error.',
      },
      'no-address': {
        cause: 'Your server listens, but the host gave its port no address for the preview.',
        cure: 'Press Stop, then Run.',
      },
      'container-failed': {
        cause: 'The container or its host has failed in a way that has no code of its own.',
        cure: 'Read the message, then press Run again. If it comes back, report it.',
      },
    },
  },
  'container-settings': {
    title: 'Where code runs',
    seenBy: 'Told in the preview of a workspace, before anything runs.',
    codes: {
      'host-settings': {
        cause: 'The site did not say where code runs, or what it said can’t be read.',
        cure: 'Reload the page. Whoever runs the site checks `TELAR_HOST` and a proxy in front of `/telar-config.json`.',
      },
      'host-away': {
        cause:
          'The site or its container host can’t be reached: you are offline, or one of them is down.',
        cure: 'Check the network. The page goes on by itself once they answer.',
      },
    },
  },
  preview: {
    title: 'Previews',
    seenBy: 'Told beside a prediction or a check of a lesson that needs the preview.',
    codes: {
      'preview-away': {
        cause: 'The preview is not there, or has not answered for 5 seconds.',
        cure: 'Run the code, or reload the preview.',
      },
      'preview-refused': {
        cause: 'The preview could not do what the lesson asked: it shows no such button or field.',
        cure: 'Compare your code with the text: names of buttons and fields have to be the same.',
      },
    },
  },
  workspace: {
    title: 'Files of a workspace',
    seenBy: 'Told beside the tabs of the files.',
    codes: {
      'file-name': {
        cause:
          'A file may not have this name: it is taken, too long, or has an ending or letters that are not allowed.',
        cure: 'Choose another name. The message says what is allowed.',
      },
      'file-missing': {
        cause: 'The file was deleted or renamed meanwhile, maybe in another tab.',
        cure: 'Open another file, or bring an older version back from the history.',
      },
      'file-entry': {
        cause: 'The page starts from this file, so it stays, and its name ends in `.ts`.',
        cure: 'Rename it, or replace its text.',
      },
    },
  },
  links: {
    title: 'Links with code',
    seenBy: 'Told in the playground when a link is opened or made. Your own work stays as it is.',
    codes: {
      'link-empty': {
        cause: 'The link has no code behind its dot.',
        cure: 'Copy the whole link again.',
      },
      'link-newer': {
        cause: 'A newer Telar made the link.',
        cure: 'Open it on the site where it was made.',
      },
      'link-letters': {
        cause: 'The link has letters that no link has: a program has added or changed some.',
        cure: 'Copy the link again, and leave out quotes and brackets around it.',
      },
      'link-truncated': {
        cause: 'A program has cut the link, as some do with long ones.',
        cure: 'Copy all of it from where it was sent.',
      },
      'link-damaged': {
        cause: 'The link was changed on its way, so its checksum is another.',
        cure: 'Ask for it again, or copy it again from where it was sent.',
      },
      'link-too-big': {
        cause: 'The files are too large for a link.',
        cure: 'Remove text before you share, or send the file that Download makes.',
      },
      'link-foreign': {
        cause: 'The link holds something that no Telar playground made.',
        cure: 'Ask whoever sent it for a link from Share.',
      },
      'link-file-name': {
        cause: 'The link holds a file with a name that is not allowed.',
        cure: 'Ask whoever sent it to rename the file and share again.',
      },
    },
  },
  'progress-file': {
    title: 'The file of your progress',
    seenBy: 'Told on the page of the course when a file is loaded. Nothing is changed then.',
    codes: {
      'not-json': {
        cause: 'The file is not JSON.',
        cure: 'Choose a file that this page has saved.',
      },
      'not-progress': {
        cause: 'The file is JSON of something else.',
        cure: 'Choose a file that this page has saved.',
      },
      newer: {
        cause: 'A newer release of the site has written the file.',
        cure: 'Load it there.',
      },
      damaged: {
        cause: 'A part of the file is not what this page writes. The message names the place.',
        cure: 'Choose another file: half of one is never loaded.',
      },
    },
  },
  'create-telar': {
    title: 'create-telar',
    seenBy: 'Told in the terminal. Nothing is left in the folder.',
    codes: {
      arguments: {
        cause: 'The command line has more than one folder, or a flag that there is not.',
        cure: 'Read `create-telar --help`. Put a name with spaces in quotes.',
      },
      name: {
        cause:
          'The name of the folder can’t be that of a package, or is that of one which the project needs.',
        cure: 'Use small letters, digits and dashes, as in `my-app`.',
      },
      template: {
        cause: 'There is no template of this name.',
        cure: 'Choose one that the message lists.',
      },
      terminal: {
        cause: 'Something was not said, and there is no terminal to ask in.',
        cure: 'Say the folder and `--template` on the command line.',
      },
      folder: {
        cause: 'The folder is not empty, is a file, or can’t be written to.',
        cure: 'Choose another name, or empty it.',
      },
    },
  },
  'site-settings': {
    title: 'Settings of the site',
    seenBy: 'Told in the terminal to whoever starts the site, which does not start then.',
    codes: {
      port: {
        cause: '`PORT` is not a whole number from 1 to 65534.',
        cure: 'Start with `PORT=3000`, for example.',
      },
      'port-taken': {
        cause: 'Another program uses the port.',
        cure: 'Choose another one with `PORT`. The container host takes the port after it.',
      },
      'port-refused': {
        cause: 'This user may not open the port, or `TELAR_BIND` is no address of this machine.',
        cure: 'Choose a port above 1023, or leave `TELAR_BIND` out.',
      },
      'host-kind': {
        cause: '`TELAR_HOST` is none of `self`, `stackblitz` and `auto`.',
        cure: 'Leave it out for `self`.',
      },
      origin: {
        cause: '`TELAR_ORIGIN` or `TELAR_HOST_ORIGIN` is no origin.',
        cure: 'Write protocol, name and port only, as in `https://telar.example`.',
      },
      containers: {
        cause: '`TELAR_CONTAINERS` is not a whole number from 1.',
        cure: 'Leave it out to let the host choose.',
      },
      secret: {
        cause: '`TELAR_SECRET` is shorter than 32 characters.',
        cure: 'Write a longer one, or leave it out to have one made at each start.',
      },
      database: {
        cause: '`DATABASE_URL` is no address of PostgreSQL.',
        cure: 'Write `postgres://user:password@localhost:5432/conduit`, or leave it out to keep the articles in memory.',
      },
    },
  },
  'container-host': {
    title: 'The container host',
    seenBy:
      'Told in the log of the host, and to a page that asks it for a container. Readers see it as the reason why no container came.',
    codes: {
      'port-taken': {
        cause: 'Another program uses the port after that of the site.',
        cure: 'Start the site with another `PORT`.',
      },
      'host-full': {
        cause: 'The host is closing, and gives out no containers any more.',
        cure: 'Reload the page once the host is up again.',
      },
      'boot-failed': {
        cause: 'A container has not started: its process ended, or took too long.',
        cure: 'Run again. Whoever runs the host finds the reason in its log: often memory, or a sandbox that is not allowed.',
      },
      'runtime-unusable': {
        cause:
          'The folder that was named for the runtime of containers can be written to by other users.',
        cure: 'Choose a folder that belongs to this user alone.',
      },
      'token-refused': {
        cause: 'A page of an origin that this host does not serve asks for a container.',
        cure: 'Add the origin to the settings of the host: `TELAR_ORIGIN` of the site.',
      },
      'call-malformed': {
        cause: 'A page has sent a call with arguments that the host does not take.',
        cure: 'Reload the page, so that it and the host are of one version.',
      },
      'call-unknown': {
        cause: 'A page has asked for something that the host can’t do.',
        cure: 'Reload the page, so that it and the host are of one version.',
      },
      'container-ended': {
        cause: 'The container has ended: it was idle, reached a limit, or its page is gone.',
        cure: 'Press Run for a new one.',
      },
    },
  },
  'host-frames': {
    title: 'Frames of the container host',
    seenBy:
      'Told in the log of the host. Page, host and container speak in frames; one that is wrong ends the connection.',
    codes: {
      'frame-too-large': {
        cause: 'A frame is larger than 17 MB: a file of more than 16 MB was written.',
        cure: 'Keep files smaller.',
      },
      'frame-truncated': {
        cause: 'A frame is shorter than its head.',
        cure: 'Reload the page, so that it and the host are of one version.',
      },
      'frame-malformed': {
        cause: 'The length of a frame, or what it holds, is not as announced.',
        cure: 'Reload the page, so that it and the host are of one version.',
      },
    },
  },
}
