// The parts of the page when it is one file: packed inside it, and unpacked here. Nothing is fetched; the policy of that file
// allows no connection at all. single-file/pack.mjs writes the file, boot.js starts it.
(() => {
  /**
   * A program as browsers compile it while it is being unpacked: `packed` is base64 of gzip. The worker is given the words of
   * this function; it uses nothing from outside.
   */
  const unpacked = (packed) => {
    const letters = atob(packed);
    const bytes = new Uint8Array(letters.length);
    for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
    // Not by way of a Blob, which WebKit does not read in a worker of a page from disk.
    const stream = new Response(bytes).body.pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream, { headers: { 'content-type': 'application/wasm' } });
  };

  /** What stands in the file under a name. It is taken out, so that the page does not hold it twice. */
  const taken = (name) => {
    const part = document.getElementById(name);
    part?.remove();
    return part?.textContent ?? null;
  };

  const arrived = new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });

  window.singleFile = {
    hindrance: typeof DecompressionStream === 'function' ? null : 'unpacking',
    missing: 'broken',
    damaged: 'broken',
    /** What starts the page's program. The script that wasm-bindgen wrote puts it here. */
    glue: null,
    start() {
      return this.glue;
    },
    /** The page's program, or nothing when the file is not whole. */
    async program() {
      await arrived;
      const [worker, packedWorker, packed] = ['worker', 'worker-program', 'program'].map(taken);
      // A file that was cut short lacks its end, which is the page's program.
      if (!this.glue || !packed) return null;
      // A worker has no elements to read from: its script carries its program. What fails there, the page is to hear of.
      const started = `const unpacked = ${unpacked};
        start({ module_or_path: unpacked('${packedWorker}') }).catch((error) => setTimeout(() => { throw error; }));`;
      const script = new Blob([worker, started], { type: 'text/javascript' });
      document.getElementById('app').dataset.worker = URL.createObjectURL(script);
      try {
        return unpacked(packed);
      } catch (error) {
        console.error(error);
        return null;
      }
    },
  };
})();
