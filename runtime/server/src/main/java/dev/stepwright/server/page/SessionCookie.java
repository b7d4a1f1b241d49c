package dev.stepwright.server.page;

import dev.stepwright.server.http.HttpCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookie that holds the token of a session: for no script. Other sites can have it sent only by a link that is followed to a page here, which
 * changes nothing; forms have {@link OwnForms}. A browser that came by TLS, here or at a proxy, sends it by nothing else.
 *
 * @param isTls whether the server itself speaks TLS
 */
record SessionCookie(boolean isTls) {
    private static final String NAME = "stepwright-session";

    /** With a name that begins so a browser takes it from nobody but this very host, by TLS. */
    private static final String SECURE = "__Host-";

    private static final Pattern PORT = Pattern.compile(":(\\d{1,5})$");

    /** Returns the token that a call has. */
    Optional<String> token(HttpCall call) {
        return value(call, SECURE + name(call)).or(() -> isTls ? Optional.empty() : value(call, name(call)));
    }

    /** For a browser all ports of a host share cookies: servers there shall not take each other's place. */
    private static String name(HttpCall call) {
        String host = call.headers().first("Host");
        Matcher port = PORT.matcher(host == null ? "" : host);
        return port.find() ? NAME + "-" + port.group(1) : NAME;
    }

    private static Optional<String> value(HttpCall call, String name) {
        return call.headers().all("Cookie").stream()
                .flatMap(cookies -> Stream.of(cookies.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** Returns the header that keeps a token in the browser that has sent a form, until it is closed. */
    String set(HttpCall form, String token) {
        return header(form, token);
    }

    /** Returns the header that removes it there. */
    String remove(HttpCall form) {
        return header(form, "") + "; Max-Age=0";
    }

    private String header(HttpCall form, String token) {
        String origin = form.headers().first("Origin");
        boolean isSecure = isTls || origin != null && origin.startsWith("https://");
        return (isSecure ? SECURE : "") + name(form) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax"
                + (isSecure ? "; Secure" : "");
    }
}
