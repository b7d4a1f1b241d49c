package dev.stepwright.server.access;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Demands;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.http.HttpCall;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Who calls a server that has users: by a signature, by an access key itself, or by a session that has begun with one. */
public final class Access {
    private final Users users;
    private final SignatureCheck signatures;
    private final WrongSecrets wrongSecrets;
    private final Sessions sessions;
    private final Function<User, Caller> callers;

    /**
     * Makes what knows the users of a server.
     *
     * @param region that calls are signed for
     * @param arns the ARN of a user by its name
     * @param operations by their names
     * @param tokens of sessions, which nobody can guess
     */
    public Access(
            Users users,
            String region,
            UnaryOperator<String> arns,
            Map<String, Operation<?>> operations,
            Demands demands,
            InstantSource clock,
            Supplier<String> tokens) {
        this.users = users;
        this.signatures = new SignatureCheck(users, region, clock);
        this.wrongSecrets = new WrongSecrets(clock);
        this.sessions = new Sessions(clock, tokens);
        this.callers = user -> new Caller(user, arns.apply(user.name()), demands, operations.values());
    }

    /**
     * Returns who has signed a call.
     *
     * @throws ApiError as AWS, if none of the users has
     */
    public Caller signer(HttpCall call) {
        return callers.apply(signatures.caller(call));
    }

    /** Returns whether the head of a call names the key of a user, and may have been signed with it just now. */
    public boolean isByAUser(HttpCall head) {
        try {
            signatures.claim(head);
            return true;
        } catch (ApiError e) {
            return false; // the call gets this error
        }
    }

    /**
     * Returns who has an access key. Whoever tries wrong secrets has to wait after a few.
     *
     * @throws ApiError {@code UnrecognizedClientException} if it is not one of a user, {@code ThrottlingException} if it was wrong too often
     */
    public Caller holder(String accessKeyId, String secret) {
        Optional<Users.Held> held = users.find(accessKeyId);
        held.ifPresent(known -> wrongSecrets.check(accessKeyId));
        if (held.isEmpty() || !held.get().key().isSecret(secret)) {
            held.ifPresent(known -> wrongSecrets.add(accessKeyId));
            throw ApiError.of("UnrecognizedClientException", "The access key ID or the secret access key is wrong.");
        }
        wrongSecrets.forget(accessKeyId);
        return callers.apply(held.get().user());
    }

    /**
     * Begins a session of who has an access key.
     *
     * @return its token, a word of letters, digits, {@code -} and {@code _}
     * @throws ApiError as {@link #holder}
     */
    public String login(String accessKeyId, String secret) {
        return sessions.begin(holder(accessKeyId, secret).name(), accessKeyId);
    }

    /** Returns whose session it is; empty if it has ended, or there is none, or its access key is there no more. */
    public Optional<Caller> session(String token) {
        return sessions.keyId(token).flatMap(users::find).map(Users.Held::user).map(callers);
    }

    /** Ends a session, if there is one. */
    public void logout(String token) {
        sessions.end(token);
    }
}
