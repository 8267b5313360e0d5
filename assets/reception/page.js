// What every page has with JavaScript; without it all of them work too.
import { initAll } from '/assets/govuk-frontend.min.js'
import '/assets/away.js'
import '/assets/board.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

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

// What is made for paper gets a button that prints it.
for (const words of document.querySelectorAll('[data-print]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary hub-no-print'
  button.textContent = words.dataset.print
  button.addEventListener('click', () => window.print())
  words.after(button)
}

// Where the text of a file is wanted the file itself can be chosen.
for (const text of document.querySelectorAll('[data-takes-file]')) {
  const bytesMax = 45000  // coded for a form it becomes longer, and the hub takes 64 KiB
  const label = document.createElement('label')
  label.className = 'govuk-label'
  label.htmlFor = `${text.id}-choose`
  label.textContent = text.dataset.fileLabel
  const choice = document.createElement('input')
  choice.type = 'file'
  choice.className = 'govuk-file-upload'
  choice.id = label.htmlFor
  choice.accept = text.dataset.takesFile
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  choice.addEventListener('change', async () => {
    const file = choice.files[0]
    if (!file) return
    const tooLong = file.size > bytesMax
    said.textContent = tooLong ? text.dataset.fileTooLong : ''
    if (!tooLong) text.value = await file.text()
  })
  text.after(label, choice, said)
}
