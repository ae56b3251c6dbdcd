// Starts the page. A file of its own, because the content security policy forbids inline scripts; a classic script, because
// browsers load no modules from disk, and whoever opens the page so must be told.
(async () => {
  const sentences = {
    en: {
      disk: 'This page was opened as a file, and browsers run such pages only from a web server. Open its address instead.',
      browser: 'This browser cannot run Article Annotator: it needs WebAssembly. Try a current Firefox, Chrome, Edge or Safari.',
      missing: 'A part of the page did not arrive. Check the connection and try again; your saved work is not affected.',
      damaged: 'A part of the page arrived damaged or does not fit the rest. Try again; your saved work is not affected.',
      again: 'Try again',
    },
    de: {
      disk: 'Diese Seite wurde als Datei geöffnet; Browser führen sie nur von einem Webserver aus. Öffnen Sie ihre Adresse.',
      browser: 'Dieser Browser kann Article Annotator nicht ausführen: Er braucht WebAssembly. Nehmen Sie einen aktuellen Firefox, Chrome, Edge oder Safari.',
      missing: 'Ein Teil der Seite ist nicht angekommen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; Ihre gespeicherte Arbeit ist davon nicht betroffen.',
      damaged: 'Ein Teil der Seite ist beschädigt angekommen oder passt nicht zum Rest. Versuchen Sie es noch einmal; Ihre gespeicherte Arbeit ist davon nicht betroffen.',
      again: 'Noch einmal versuchen',
    },
  };
  const language = navigator.language.startsWith('de') ? 'de' : 'en';

  const tell = (reason) => {
    const notice = document.getElementById('boot');
    // Gone once the page is there: then the page itself says what is wrong.
    if (!notice) return;
    notice.setAttribute('role', 'alert');
    notice.textContent = sentences[language][reason];
    if (reason === 'missing' || reason === 'damaged') {
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = sentences[language].again;
      again.addEventListener('click', () => location.reload());
      notice.append(' ', again);
    }
    document.getElementById('boot-late')?.remove();
  };

  const arrived = async (address) => {
    const response = await fetch(address).catch(() => null);
    return response?.ok ? response : null;
  };

  if (location.protocol === 'file:') return tell('disk');
  if (typeof WebAssembly !== 'object') return tell('browser');
  const program = await arrived('./app_bg.wasm');
  if (!program) return tell('missing');
  let start;
  try {
    start = (await import('./app.js')).default;
  } catch (error) {
    console.error(error);
    return tell((await arrived('./app.js')) ? 'damaged' : 'missing');
  }
  try {
    await start({ module_or_path: program });
  } catch (error) {
    tell('damaged');
    throw error;
  }
})();
