// The board: told over one open connection that something changed, it asks for what it may show now.
const live = document.getElementById('live')
const now = document.getElementById('now')
const retryMilliseconds = 5000

// What is remembered on this computer: how its user likes the board, and nothing else.
const isOn = (name) => localStorage.getItem(name) === 'on'
const remembered = (name) => {
  const box = document.getElementById(name)
  box.checked = isOn(name)
  box.addEventListener('change', () => localStorage.setItem(name, box.checked ? 'on' : 'off'))
}

// As the hub folds names: small letters without marks. Those have no mark that could be taken off.
const plainLetters = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }
const folded = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[łøđðþßæœı]/g, (c) => plainLetters[c])

const findAsTyped = () => {
  const form = document.getElementById('find')
  if (!form) return () => {}
  const typed = document.getElementById('find-name')
  const found = document.getElementById('found')
  const find = () => {
    const wanted = folded(typed.value.trim())
    const rows = [...now.querySelectorAll('tr[data-find]')]
    for (const row of rows) row.hidden = !row.dataset.find.includes(wanted)
    found.textContent = wanted === '' ? '' : `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown`
  }
  document.getElementById('find-button').hidden = true
  form.addEventListener('submit', (event) => event.preventDefault())
  typed.addEventListener('input', find)
  return find
}

// Two soft tones, once for each call that came while the board was open.
const rung = new Set()
const ringing = () => [...now.querySelectorAll('[data-rings]')].map((call) => call.id)
const ring = () => {
  const calls = ringing()
  const isNew = calls.some((id) => !rung.has(id))
  calls.forEach((id) => rung.add(id))
  if (!isNew || !isOn('sound')) return
  live.dataset.rang = String(Number(live.dataset.rang ?? 0) + 1)
  const audio = new AudioContext()
  const volume = audio.createGain()
  const seconds = 0.25
  volume.gain.value = 0.1
  volume.connect(audio.destination)
  for (const [at, hertz] of [[0, 660], [seconds, 880]]) {
    const tone = audio.createOscillator()
    tone.frequency.value = hertz
    tone.connect(volume)
    tone.start(audio.currentTime + at)
    tone.stop(audio.currentTime + at + seconds)
    if (at > 0) tone.onended = () => audio.close()
  }
}

// Where each single key leads. They are off until somebody wants them (WCAG 2.1.4).
const leads = {
  f: () => document.getElementById('find-name'),
  c: () => now.querySelector('.hub-call button'),
  d: () => {
    const decisions = [...now.querySelectorAll('tr[data-decide] a')].filter((one) => !one.closest('tr').hidden)
    return decisions[(decisions.indexOf(document.activeElement) + 1) % decisions.length]
  }
}
const singleKeys = (event) => {
  if (!isOn('keys') || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.target.closest('input, textarea, select')) return
  const to = leads[event.key.toLowerCase()]?.()
  if (!to) return
  event.preventDefault()
  to.focus()
}

if (live?.dataset.live) {
  let asking = false
  let askAgain = false
  const find = findAsTyped()
  const say = (words) => { if (live.textContent !== words) live.textContent = words }

  // While nobody is there a board with names is not shown, whether the hub answers or not.
  const away = document.getElementById('away')
  const showNames = () => { now.hidden = !away.hidden && now.querySelector('[data-names]') !== null }

  // Rows that have not changed come without words and stay as they are, with whatever is chosen in them. False
  // when one of them is not here.
  const showRows = (rows, fresh) => {
    const wanted = [...fresh.children].map((row) => 'same' in row.dataset ? document.getElementById(row.id) : row)
    if (wanted.includes(null)) return false
    const stays = new Set(wanted)
    for (const row of [...rows.children]) if (!stays.has(row)) row.remove()
    wanted.forEach((row, i) => { if (rows.children[i] !== row) rows.insertBefore(row, rows.children[i] ?? null) })
    rows.dataset.look = fresh.dataset.look
    return true
  }

  // All around the rows is put in anew.
  const showAround = (table, fresh) => {
    for (const node of [...now.childNodes]) if (node !== table) node.remove()
    const nodes = [...fresh.content.childNodes]
    const place = nodes.findIndex((node) => node.id === table.id)
    table.before(...nodes.slice(0, place))
    table.after(...nodes.slice(place + 1))
  }

  // Puts the newest state in place, and the focus back where it was.
  const show = (html) => {
    const focused = document.activeElement?.id
    const fresh = document.createElement('template')
    fresh.innerHTML = html
    const rows = document.getElementById('rows')
    const freshRows = fresh.content.getElementById('rows')
    if (rows && freshRows) {
      if (!showRows(rows, freshRows)) return false
      showAround(document.getElementById('table'), fresh)
    } else {
      now.replaceChildren(fresh.content)
    }
    showNames()
    find()
    ring()
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
    return true
  }

  const ask = async () => {
    if (asking) { askAgain = true; return }
    asking = true
    askAgain = false
    try {
      const part = new URL(live.dataset.part, location)
      const rows = document.getElementById('rows')
      if (rows?.dataset.look) part.searchParams.set('held', rows.dataset.look)
      const answer = await fetch(part, { redirect: 'manual' })
      // Whoever is signed out, or may not see it any more, is led on by the page itself.
      if (answer.type === 'opaqueredirect' || answer.status === 403) return location.reload()
      if (!answer.ok) throw new Error('busy')
      if (!show(await answer.text())) {
        delete rows.dataset.look
        askAgain = true
      }
      say('Live')
    } catch {
      say('Not live: the hub does not answer. Trying again.')
      setTimeout(ask, retryMilliseconds)
    }
    asking = false
    if (askAgain) ask()
  }

  const listen = () => {
    const events = new EventSource(live.dataset.live)
    events.addEventListener('change', ask)
    events.onopen = () => say('Live')
    events.onerror = () => {
      say('Not live: the hub does not answer. Trying again.')
      if (events.readyState !== EventSource.CLOSED) return
      events.close()
      setTimeout(() => location.reload(), retryMilliseconds)
    }
  }

  for (const name of ['sound', 'keys']) remembered(name)
  document.getElementById('helps').hidden = false
  document.addEventListener('keydown', singleKeys)
  const form = document.getElementById('find')
  document.addEventListener('hub-away', () => {
    if (form) {
      form.hidden = true
      document.getElementById('find-name').value = ''
    }
    showNames()
    ask()
  })
  // A board that came without names came without a way to find one.
  document.addEventListener('hub-back', () => {
    if (!form) return location.reload()
    form.hidden = false
    showNames()
    ask()
  })
  find()
  ringing().forEach((id) => rung.add(id))
  listen()
}
