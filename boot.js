// Starts the page. A file of its own, because the content security policy forbids inline scripts.
import init from './app.js';

try {
  await init({ module_or_path: './app_bg.wasm' });
} catch (error) {
  const notice = document.getElementById('boot');
  if (notice) {
    notice.textContent =
      'Article Annotator could not start in this browser. It needs WebAssembly: try a current Firefox, Chrome, Edge or Safari.';
  }
  throw error;
}
