// Latchkey has no service worker. Should one be registered on this origin, by
// something hosted here before, the browser finds this file and it goes away.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
