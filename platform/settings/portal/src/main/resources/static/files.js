// Fills a text field from a file, so that nobody has to copy and paste. Without this script the field alone works.
for (const chooser of document.querySelectorAll('[data-fills]')) {
  const field = document.getElementById(chooser.dataset.fills)
  chooser.hidden = false
  chooser.querySelector('input').addEventListener('change', async event => {
    const file = event.target.files[0]
    if (file) {
      field.value = text(await file.arrayBuffer())
      field.focus()
    }
  })
}

// UTF-8 with or without a byte order mark; spreadsheets of a German Windows write Windows-1252.
function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
