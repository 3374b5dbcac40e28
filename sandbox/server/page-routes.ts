import { buildPage } from './build-page.ts';
import { page, type Route, route } from './http.ts';

/** The page itself; bundled on the first request and kept. */
export function pageRoutes(): Route[] {
  let built: ReturnType<typeof buildPage> | undefined;
  const files = () => {
    built ??= buildPage();
    return built;
  };
  return [
    route('GET', '/', async () => page('text/html; charset=utf-8', (await files()).html)),
    route('GET', '/page.js', async () => page('text/javascript; charset=utf-8', (await files()).script)),
    route('GET', '/page.css', async () => page('text/css; charset=utf-8', (await files()).style)),
    route('GET', '/favicon.ico', async () => page('image/svg+xml', (await files()).icon)),
  ];
}
