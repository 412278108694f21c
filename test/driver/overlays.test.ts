/** What a driver wrote, what the template gives after it, and what is left: one sentence of the guide each. */
import { expect, test } from 'vitest'
import { type ComponentDriver, html, LiveComponent, mount } from '../../engine/index.ts'
import { visit } from '../../engine/testing/index.ts'

class Child extends LiveComponent {
  static lives: string[] = []
  connected() {
    Child.lives.push('connected')
  }
  unmounted() {
    Child.lives.push('unmounted')
  }
  getTemplate() {
    return html`<b>child</b>`
  }
}

/** Clicking #go runs the next step. */
class Stage extends LiveComponent {
  static steps: ((stage: Stage) => void | Promise<void>)[] = []
  word = 'first'
  open = true
  go() {
    return Stage.steps.shift()!(this)
  }
  by(id: string): ComponentDriver {
    return this.driver.getDriverById(id)
  }
  getTemplate() {
    return html`<button id="go" lv-click=${this.go}>go</button>
      <p id="p" class="a ${this.word}" title=${this.word}>${this.word}</p>
      ${this.open ? html`<section id="box">${mount(Child)}</section>` : ''}
      <input id="field" value=${this.word} />`
  }
}

async function played(...steps: ((stage: Stage) => void | Promise<void>)[]) {
  Child.lives = []
  Stage.steps = steps
  const tab = await visit(Stage)
  for (let left = steps.length; left > 0; left--) await tab.click('#go')
  const seen = tab.html()
  await tab.reconnect({ restarted: true })
  // The first value of a field is an attribute, later ones are not.
  const withoutValues = (markup: string) => markup.replace(/ value="[^"]*"/g, '')
  expect(withoutValues(tab.html())).toBe(withoutValues(seen))
  return tab
}

test('the newest of template and driver stands, for each thing of an element by itself', {
  tags: ['A2', 'newest-stands'],
}, async () => {
  const tab = await played(
    (stage) => {
      stage.by('p').setProperty('title', 'driven')
      stage.by('p').setProperty('lang', 'es')
      stage.by('p').setProperty('className', 'mine')
    },
    (stage) => {
      stage.word = 'second'
    },
  )
  const p = '<p class="a second" id="p" lang="es" title="second">second</p>'
  expect(tab.html()).toContain(p)
})

test('in one turn the driver’s write lies over the template’s', { tags: ['A2'] }, async () => {
  const tab = await played((stage) => {
    stage.by('p').setProperty('title', 'driven')
    stage.word = 'second'
  })
  expect(tab.html()).toContain('title="driven">second</p>')
})

test('content that a driver wrote stays whatever the template gives, and components in it end', {
  tags: ['A2', 'overwritten-regions'],
}, async () => {
  const tab = await played(
    (stage) => {
      stage.by('p').setText('driven')
      stage.by('box').setHTML('<i id="own">mine</i>')
      stage.by('own').setStyle('color', 'red')
    },
    (stage) => {
      stage.word = 'second'
    },
  )
  expect(tab.text('#p')).toBe('driven')
  expect(tab.html('#box')).toBe('<i id="own" style="color: red;">mine</i>')
  expect(Child.lives).toEqual(['connected', 'unmounted'])
})

test('an element that the template takes out and brings in again comes without the driver’s writes', {
  tags: ['A2'],
}, async () => {
  const close = (stage: Stage) => {
    stage.open = !stage.open
  }
  const tab = await played((stage) => stage.by('box').setHTML('mine'), close, close)
  expect(tab.html('#box')).toBe('<b>child</b>')
})

test('an element that is not there is not written to', { tags: ['A2'] }, async () => {
  const tab = await played(
    (stage) => {
      stage.open = false
      stage.by('box').setText('lost')
    },
    (stage) => {
      stage.open = true
    },
  )
  expect(tab.html('#box')).toBe('<b>child</b>')
})

test('nodes are appended behind what stands there, and the newest 200 of a target are kept', {
  tags: ['A2'],
}, async () => {
  const tab = await visit(Stage)
  Stage.steps = [
    (stage) => {
      for (let n = 0; n < 201; n++) stage.by('p').addNode(`<s>${n}</s>`)
    },
  ]
  await tab.click('#go')
  expect(tab.html('#p')).toMatch(/^first<s>0<\/s><s>1<\/s>.*<s>200<\/s>$/)
  await tab.reconnect({ restarted: true })
  expect(tab.html('#p')).toMatch(/^first<s>1<\/s>.*<s>200<\/s>$/)
})

test('what was removed stays away, also from a take-over', { tags: ['A2'] }, async () => {
  const tab = await played((stage) => stage.by('box').remove())
  expect([tab.has('#box'), Child.lives]).toEqual([false, ['connected', 'unmounted']])
})

test('a value that a driver fills gives way to a newer one of the template', {
  tags: ['A2', 'newest-stands'],
}, async () => {
  const tab = await played((stage) => stage.driver.fillValueById('field', ''))
  expect(tab.value('#field')).toBe('')
  Stage.steps = [
    (stage) => {
      stage.word = 'second'
    },
  ]
  await tab.click('#go')
  expect(tab.value('#field')).toBe('second')
})

test('a read sees what was written before it, and names what is not there', {
  tags: ['A2', 'driver-reads'],
}, async () => {
  const answers: unknown[] = []
  await played(async (stage) => {
    stage.by('p').setText('now')
    answers.push(await stage.driver.getText('p'), await stage.driver.getStyle('color', 'p'))
    answers.push(await stage.driver.getHTML('nowhere').catch((error) => error.code))
    answers.push(await stage.driver.getElementById('nowhere').catch((error) => error.code))
    answers.push((await stage.driver.getElementById('p')) instanceof Object)
  })
  expect(answers).toEqual(['now', 'canvastext', 'read-not-found', 'read-not-found', true])
})
