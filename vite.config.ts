import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const { PITLAMP_SERVER: server = 'http://127.0.0.1:8080' } = process.env

/** Builds the desk's pages into `dist/`: `dist/desk/index.html` and hashed files in `dist/assets/`. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    rolldownOptions: { input: 'src/web/desk/index.html' },
  },
  server: { proxy: { '/api': server } },
})
