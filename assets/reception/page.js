// What every page has with JavaScript; without it all of them work too.
import { initAll } from '/assets/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// The board: told over one open connection that something changed, it asks for what it may show now.
const live = document.getElementById('live')
if (live?.dataset.live) {
  const now = document.getElementById('now')
  const retryMilliseconds = 5000
  let asking = false
  let askAgain = false

  const say = (words) => { if (live.textContent !== words) live.textContent = words }

  // Puts the newest state in place, and the focus back where it was.
  const show = (html) => {
    const focused = document.activeElement?.id
    now.innerHTML = html
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
  }

  const ask = async () => {
    if (asking) { askAgain = true; return }
    asking = true
    askAgain = false
    try {
      const answer = await fetch(live.dataset.part, { redirect: 'manual' })
      // Whoever is signed out, or may not see it any more, is led on by the page itself.
      if (answer.type === 'opaqueredirect' || answer.status === 403) return location.reload()
      if (!answer.ok) throw new Error('busy')
      show(await answer.text())
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
  listen()
}

// A list of boxes to tick gets a button that ticks them all.
for (const list of document.querySelectorAll('[data-choose-all]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = list.dataset.chooseAll
  button.addEventListener('click', () => {
    for (const box of list.querySelectorAll('input[type=checkbox]')) box.checked = true
  })
  list.before(button)
}
