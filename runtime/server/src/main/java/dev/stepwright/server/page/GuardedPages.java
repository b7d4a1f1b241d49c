package dev.stepwright.server.page;

import dev.stepwright.server.access.Access;
import dev.stepwright.server.access.Caller;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import dev.stepwright.server.http.HttpService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The pages of a server that has users: nobody sees one without a session, which begins with an access key at {@code /login}, and each shows and does
 * what the policies of its user allow. Calls of programs, which are signed, pass by.
 */
public final class GuardedPages implements HttpService {
    private final HttpService api;
    private final Access access;
    private final Function<Caller, HttpService> pages;
    private final OwnNames names;
    private final Login login;
    private final SessionCookie cookie;

    /**
     * Makes the pages.
     *
     * @param api who answers calls that are signed, and those that lack it
     * @param pages all pages as somebody sees them
     * @param names by which browsers may call this server, besides localhost and addresses
     * @param isTls whether the server itself speaks TLS
     */
    public GuardedPages(
            HttpService api, Access access, Function<Caller, HttpService> pages, List<String> names, boolean isTls) {
        this.api = api;
        this.access = access;
        this.pages = pages;
        this.names = new OwnNames(names);
        this.cookie = new SessionCookie(isTls);
        this.login = new Login(access, cookie);
    }

    @Override
    public CompletableFuture<HttpAnswer> serve(HttpCall call) {
        boolean isPost = call.method().equals("POST");
        Optional<Caller> user = cookie.token(call).flatMap(access::session);
        boolean isOfApi = isPost && (call.path().equals("/") || call.headers().first("X-Amz-Target") != null);
        if (isPost && isSigned(call) || isOfApi && user.isEmpty()) {
            return api.serve(call);
        }
        Optional<String> refusal = names.refusal(call);
        if (refusal.isEmpty() && isOfApi && !OwnForms.isOwn(call)) {
            refusal = Optional.of("This call was not made by a page of this server, so nothing was done.");
        }
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(Html.told(403, "Refused", refusal.get()));
        }
        return login.answer(call, user)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> user.map(pages)
                        .map(own -> own.serve(call))
                        .orElseGet(() -> CompletableFuture.completedFuture(Login.first(call))));
    }

    @Override
    public boolean takesLongBody(HttpCall head) {
        return cookie.token(head).flatMap(access::session).isPresent() || isSigned(head) && access.isByAUser(head);
    }

    /** A browser that has read the metrics sends HTTP Basic with all that it posts, too. */
    private static boolean isSigned(HttpCall call) {
        return call.headers().all("Authorization").stream().anyMatch(value -> value.startsWith("AWS4-"));
    }
}
