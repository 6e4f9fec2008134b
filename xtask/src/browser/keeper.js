// SPDX-License-Identifier: EUPL-1.2
// The first script of each page where an engine has no log for drivers: keeps what is said to the
// console, what nobody caught and what the policy forbids, for the page and its frames together.
(() => {
    let kept;
    try {
        kept = window.top.logged ??= [];
    } catch {
        // The page around it is of another host.
        kept = [];
    }
    window.logged = kept;
    const keep = (level, ...parts) => kept.push([level.toUpperCase(), parts.map(String).join(' ')]);
    for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
        const own = console[level];
        console[level] = (...parts) => {
            keep(level, ...parts);
            own.apply(console, parts);
        };
    }
    // What was not loaded tells no page around it.
    addEventListener('error', ({ message, target }) => keep('error', message ?? `not loaded: ${target.src || target.href}`), true);
    addEventListener('unhandledrejection', ({ reason }) => keep('error', reason));
    addEventListener(
        'securitypolicyviolation',
        (event) => {
            const { blockedURI, effectiveDirective } = event;
            if (blockedURI.endsWith('/favicon.ico')) {
                // The browser's own wish, of which no other engine tells the page.
                event.stopImmediatePropagation();
            } else {
                keep('error', `${effectiveDirective} forbids ${blockedURI}`);
            }
        },
        true,
    );
})();
