// What is made for paper, as Chromium prints it: how many pages, and every word on them; and calendars as files.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Hub } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
})
after(async () => { await hub?.stop() })

// The page on paper, as the style sheet has it: its pages, its size in millimetres, and its words.
async function printed(page, name) {
  const file = `${pictures}/${name}.pdf`
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }))
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  const [, width, height] = info.match(/Page size: +([\d.]+) x ([\d.]+)/).map(Number)
  const millimetres = (points) => Math.round(points * 25.4 / 72)
  execFileSync('pdftoppm', ['-r', '60', '-png', file, `${pictures}/${name}-paper`])
  return {
    pages: Number(info.match(/Pages: +(\d+)/)[1]),
    size: [millimetres(width), millimetres(height)],
    words: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  }
}
const upright = [210, 297]
const wide = [297, 210]
const count = (words, pattern) => [...words.matchAll(pattern)].length

test('the day sheet of the day as it is fits on one page and has no name', async () => {
  const page = await hub.signedIn('Sam Sheet', 'reception')
  const complained = complaints(page)
  await page.getByRole('link', { name: 'Day sheet to print' }).click()
  await page.getByRole('heading', { name: 'Day sheet of Monday 23 November 2026' }).waitFor()
  await page.getByRole('button', { name: 'Print this sheet' }).waitFor()
  await isAccessible(page, 'day sheet')
  await picture(page, 'day-sheet')
  const { pages, size, words } = await printed(page, 'day-sheet')
  assert.equal(pages, 1)
  assert.deepEqual(size, upright)
  for (const present of ['Page printed at 14:10', 'A. I.', 'R. M.', 'O. b.', 'Ł. Z.', 'Real time', 'is not on the list', 'Page 1 of 1'])
    assert.ok(words.includes(present), `${present} in\n${words}`)
  for (const absent of ['Ada', 'Invented', 'Rosa', 'Nobody', 'Łucja', 'Urdu', 'step-free', 'Sign out', 'Sam Sheet', 'Print this'])
    assert.ok(!words.includes(absent), `${absent} in\n${words}`)
  assert.deepEqual(complained, [])
  await page.context().close()
})

test('the day sheet of a hundred people has all of them, its head on each page, and no line broken', async () => {
  await hub.tell('fill 100')
  const page = await hub.signedIn('Cara Crowd', 'caseworker')
  await page.goto('/day-sheet')
  await picture(page, 'day-sheet-crowd')
  const { pages, words } = await printed(page, 'day-sheet-crowd')
  assert.ok(pages >= 3 && pages <= 5, `${pages} pages`)
  assert.equal(count(words, /^ *\d\d:\d\d +\S+\. \S+\./gm), 104)
  assert.ok(count(words, /Real time/g) >= pages, 'each page says what its columns are')
  assert.ok(words.includes(`Page ${pages} of ${pages}`))
  for (const name of ['Alba', 'Unreal', 'Fabled', 'Imagined']) assert.ok(!words.includes(name), name)
  await page.context().close()
})

test('what to do when something is away is on one page, with room for the numbers', async () => {
  const page = await hub.signedIn('Ann Away', 'manager', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'When something is away' }).click()
  await page.getByRole('heading', { name: 'When something is away' }).waitFor()
  await isAccessible(page, 'when something is away')
  await picture(page, 'when-away')
  const { pages, size, words } = await printed(page, 'when-away')
  assert.equal(pages, 1)
  assert.deepEqual(size, upright)
  for (const present of ['Nobody is late because of us.', 'The server', 'The network', 'A kiosk', 'The case system', '999'])
    assert.ok(words.includes(present), `${present} in\n${words}`)
  assert.ok(!words.includes('Print this page'))
  await page.context().close()
})

test('a week that is as full as the rules allow is on one page of A4, every session of it', async () => {
  await hub.tell('programme 2026-12-07 7 24 Room_2 Quiet hour')
  const page = await hub.signedIn('Wes Week', 'reception')
  await page.goto('/week?day=2026-12-07')
  await page.getByRole('link', { name: 'Print this week' }).click()
  await page.getByRole('heading', { name: 'week of 7 December 2026' }).waitFor()
  await isAccessible(page, 'week to print')
  await picture(page, 'week-paper-full')
  const { pages, size, words } = await printed(page, 'week-paper-full')
  assert.equal(pages, 1)
  assert.deepEqual(size, wide)
  assert.equal(count(words, /\d\d:\d\d–\d\d:\d\d/g), 7 * 24)
  assert.equal(count(words, /Quiet hour/g), 7 * 24)
  assert.equal(count(words, /Room 2/g), 7 * 24)
  assert.ok(words.includes('Page printed at 14:10'))
  await page.context().close()
})

test('whatever a week is like, what is said to fit on one page does', async () => {
  const page = await hub.signedIn('Fay Fits', 'reception')
  const weeks = [['2026-12-14', 5, 3, 'Room_1', 'Cooking together'], ['2026-12-21', 5, 9, 'Training_kitchen', 'Healthy food on a budget'],
    ['2027-01-04', 6, 14, 'Room_2', 'Quiet hour'], ['2027-01-11', 7, 10, 'The_large_hall_upstairs', 'Making and mending together on Saturday'],
    ['2027-01-18', 5, 24, 'Room_1', 'Making music'], ['2027-01-25', 7, 16, 'Room_1', 'MMMMMMMM WWWWWWWW']]
  let small = 0
  for (const [monday, ...rest] of weeks) {
    await hub.tell(`programme ${monday} ${rest.join(' ')}`)
    await page.goto(`/week/print?day=${monday}`)
    const { pages, words } = await printed(page, `week-paper-${monday}`)
    const fits = !words.includes('More is on than fits')
    assert.equal(pages === 1, fits, `${monday}: ${pages} pages`)
    assert.equal(count(words, /\d\d:\d\d–\d\d:\d\d/g), rest[0] * rest[1], monday)
    if (await page.locator('.hub-type-4').count()) ++small
  }
  assert.ok(small > 0 && small < weeks.length, 'of all sizes')
  await page.context().close()
})

test('a week with more than fits says so, and loses nothing', async () => {
  await hub.tell('programme 2027-02-01 7 24 The_large_hall_upstairs Making and mending together on Saturday')
  const page = await hub.signedIn('Max More', 'reception')
  await page.goto('/week/print?day=2027-02-01')
  await page.getByText('More is on than fits on one page').waitFor()
  await isAccessible(page, 'week that does not fit')
  const { pages, words } = await printed(page, 'week-paper-too-full')
  assert.ok(pages > 1)
  assert.ok(words.includes('More is on than fits'))
  assert.equal(count(words, /\d\d:\d\d–\d\d:\d\d/g), 7 * 24)
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) assert.ok(words.includes(day), day)
  await page.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript, by choosing the file' : 'without JavaScript, by its text'

  test(`a calendar is put in ${how}, or refused event by event`, async () => {
    const page = await hub.signedIn(javaScriptEnabled ? 'Ida Import' : 'Tim Text', 'reception', { javaScriptEnabled })
    await page.goto('/week')
    await page.getByRole('link', { name: 'Import a calendar' }).click()
    const put = async (file) => {
      if (javaScriptEnabled) await page.getByLabel('Or choose the file').setInputFiles(file)
      else await page.getByLabel('Text of the calendar file').fill(readFileSync(file, 'utf8'))
      if (javaScriptEnabled) await page.waitForFunction(() => document.getElementById('file_calendar').value.includes('END:VCALENDAR'))
      await page.getByRole('button', { name: 'Import it' }).click()
    }
    await isAccessible(page, 'import')
    await picture(page, `import-${javaScriptEnabled}`)
    await put('tests/data/ical/14_title_says_why_people_come.ics')
    await page.getByRole('alert').getByText('Nothing was imported: 1 event is not possible.').waitFor()
    await page.getByText('Event 1, “Drugs and alcohol group”').waitFor()
    assert.match(await page.title(), /^Error: /)
    await isAccessible(page, 'import, refused')
    await picture(page, `import-refused-${javaScriptEnabled}`)
    await page.getByLabel('Text of the calendar file').fill('')
    await put('tests/fuzz/corpus/ical/good_one.ics')
    await page.getByText(javaScriptEnabled ? 'Sessions added: 1. There already: 0.' : 'Sessions added: 0. There already: 1.').waitFor()
    await isAccessible(page, 'imported')
    await page.context().close()
  })
}

test('the calendar file of the week is fetched by its link', async () => {
  const page = await hub.signedIn('Cal File', 'caseworker')
  await page.goto('/week?day=2026-12-14')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Calendar file of this week' }).click()])
  assert.equal(download.suggestedFilename(), 'week-of-2026-12-14.ics')
  const text = readFileSync(await download.path(), 'utf8')
  assert.match(text, /^BEGIN:VCALENDAR\r\n/)
  assert.equal(count(text, /BEGIN:VEVENT/g), 15)
  await page.context().close()
})
