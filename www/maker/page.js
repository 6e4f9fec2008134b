// SPDX-License-Identifier: EUPL-1.2
// What both halves of the maker do in its page: follow a form, give lines with their file, copy.

/** Acts on every change of a form, and on its button for those who expect one. */
export function follow(form, act) {
  form.addEventListener('change', act);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(event);
  });
}

/** Shows lines, and a file to download where one belongs to them. */
export function given({ lines: field, file: link, copied }, { lines = '', file }) {
  copied.value = '';
  field.value = lines;
  if (link.href) URL.revokeObjectURL(link.href);
  link.hidden = !file;
  link.removeAttribute('href');
  if (!file) return;
  link.href = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  link.download = file.name;
  link.textContent = `Download ${file.name}`;
}

/** Copies a text when a button is pressed, and says so; a field is selected where that is not allowed. */
export function copies(button, text, said, field) {
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      said.value = 'Gekopieerd.';
    } catch {
      field?.select();
      said.value = field ? 'Kopieer de geselecteerde tekst met Ctrl+C.' : 'Kopieer het adres boven in uw browser.';
    }
  });
}
