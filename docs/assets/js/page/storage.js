/* What the browser keeps for the guide. A person or a policy may refuse it: then nothing is kept, nothing
   breaks. */
"use strict";

Guide.storage = (() => {
  const isOurs = (key) => key.startsWith("guide.");

  /* A store in which every gesture gives undefined when it is refused. */
  function guarded(open) {
    const attempt = (act) => {
      try {
        return act(open());
      } catch (_error) {
        return undefined;
      }
    };
    const written = (act) =>
      attempt((store) => {
        act(store);
        return true;
      });
    return {
      /* The text kept under `key`; null when there is none, undefined when the store is refused. */
      get: (key) => attempt((store) => store.getItem(key)),
      /* True when it is done. */
      set: (key, text) => written((store) => store.setItem(key, text)),
      remove: (key) => written((store) => store.removeItem(key)),
      /* Takes away all that the guide wrote, and nothing else. */
      forget: () =>
        attempt((store) => {
          for (const key of Object.keys(store).filter(isOurs)) store.removeItem(key);
        }),
    };
  }

  return { session: guarded(() => sessionStorage), device: guarded(() => localStorage) };
})();
