// Starts the page. A file of its own, because the content security policy forbids inline scripts; a classic script, because
// browsers load no modules from disk, and whoever opens the page so must be told. The page that is one file starts by the same
// way, with parts that it carries itself (single-file/parts.js).
(async () => {
  const sentences = {
    en: {
      disk: 'This page was opened as a file, and browsers run it only from a web server. To work from a file, open article-annotator.html, the version in one file; else open the address of the page.',
      unpacking: 'This browser is too old for this file: it cannot unpack what is inside. Try a current Firefox, Chrome, Edge or Safari.',
      broken: 'This file is damaged or did not arrive whole. Get it once more; your saved work is not affected.',
      browser: 'This browser cannot run Article Annotator: it needs WebAssembly. Try a current Firefox, Chrome, Edge or Safari.',
      missing: 'A part of the page did not arrive. Check the connection and try again; your saved work is not affected.',
      damaged: 'A part of the page arrived damaged or does not fit the rest. Try again; your saved work is not affected.',
      again: 'Try again',
    },
    de: {
      disk: 'Diese Seite wurde als Datei geöffnet; Browser führen sie nur von einem Webserver aus. Um mit einer Datei zu arbeiten, öffnen Sie article-annotator.html, die Fassung in einer Datei; sonst die Adresse der Seite.',
      unpacking: 'Dieser Browser ist zu alt für diese Datei: Er kann nicht entpacken, was darin steckt. Nehmen Sie einen aktuellen Firefox, Chrome, Edge oder Safari.',
      broken: 'Diese Datei ist beschädigt oder nicht vollständig angekommen. Besorgen Sie sie noch einmal; Ihre gespeicherte Arbeit ist davon nicht betroffen.',
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

  // The parts as files beside the page, and the sentences for when they lack or do not fit.
  const beside = {
    hindrance: location.protocol === 'file:' ? 'disk' : null,
    program: () => arrived('./app_bg.wasm'),
    start: async () => (await import('./app.js')).default,
    missing: 'missing',
    damaged: 'damaged',
  };
  const parts = window.singleFile ?? beside;

  if (parts.hindrance) return tell(parts.hindrance);
  if (typeof WebAssembly !== 'object') return tell('browser');
  const program = await parts.program();
  if (!program) return tell(parts.missing);
  let start;
  try {
    start = await parts.start();
  } catch (error) {
    console.error(error);
    return tell((await arrived('./app.js')) ? parts.damaged : parts.missing);
  }
  try {
    await start({ module_or_path: program });
  } catch (error) {
    tell(parts.damaged);
    throw error;
  }
})();
