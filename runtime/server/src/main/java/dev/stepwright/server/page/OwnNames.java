package dev.stepwright.server.page;

import dev.stepwright.server.http.HttpCall;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a browser calls this server by a name of its own. A web site can have its name lead to this machine (DNS rebinding); then its script
 * is of the same origin as the pages here, for a browser, and may read and do all that they may. But the name stays that of the site. Programs, which
 * send no {@code Origin}, may use any name that leads here.
 */
final class OwnNames {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");
    private static final Pattern PORT = Pattern.compile("\\.?(:[0-9]*)?$");

    private final Set<String> names;

    /** @param names those besides localhost and addresses, in any case, with or without a port */
    OwnNames(Collection<String> names) {
        this.names = names.stream().map(OwnNames::name).collect(Collectors.toUnmodifiableSet());
    }

    private static String name(String host) {
        return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /** Returns why a call is refused; empty if it has no {@code Host}, as no browser sends it, or if that is a name of this server. */
    Optional<String> refusal(HttpCall call) {
        String host = call.headers().first("Host");
        return host == null || isOwn(name(host))
                ? Optional.empty()
                : Optional.of("A browser has called this server \"" + host
                        + "\", which may be a web site that pretends to be it."
                        + " Use localhost or an IP address. If that is the server's name, start it with --allow-host.");
    }

    private boolean isOwn(String name) {
        return ADDRESS.matcher(name).matches()
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || names.contains(name);
    }
}
