package dev.stepwright.server.access;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.http.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whose signature a call has: AWS Signature Version 4 in the header {@code Authorization}. The body counts as it came, whatever a header says of
 * it. Errors and messages are those of AWS.
 */
final class SignatureCheck {
    private static final String SERVICE = "states";
    private static final String TERMINATOR = "aws4_request";

    /** How far the time of a signature may be away from that of the server. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final Users users;
    private final String region;
    private final InstantSource clock;

    SignatureCheck(Users users, String region, InstantSource clock) {
        this.users = users;
        this.region = region;
        this.clock = clock;
    }

    /**
     * Returns who has made a call.
     *
     * @throws ApiError {@code MissingAuthenticationTokenException}, {@code IncompleteSignatureException}, {@code UnrecognizedClientException}, {@code
     *     InvalidSignatureException}
     */
    User caller(HttpCall call) {
        Claim claim = claim(call);
        Signature signature = claim.signature;
        String scope = String.join("/", signature.date(), signature.region(), signature.service(), TERMINATOR);
        String text = String.join(
                "\n", Signature.ALGORITHM, text(claim.time), scope, CanonicalRequest.hash(call, signature.headers()));
        if (!claim.held
                .key()
                .hasSigned(text, signature.hex(), signature.date(), signature.region(), signature.service())) {
            throw invalid(
                    "The request signature we calculated does not match the signature you provided. Check your AWS "
                            + "Secret Access Key and signing method. Consult the service documentation for details.");
        }
        return claim.held.user();
    }

    /** What a call says of its signature. */
    record Claim(Signature signature, Instant time, Users.Held held) {}

    /**
     * Returns what the head of a call says of its signature, without looking whether it is true.
     *
     * @throws ApiError as {@link #caller}, if it cannot be true
     */
    Claim claim(HttpCall call) {
        List<String> authorizations = call.headers().all("Authorization");
        if (authorizations.isEmpty()) {
            throw ApiError.of("MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        if (authorizations.size() > 1) {
            throw Signature.incomplete("A request must have one Authorization header, found " + authorizations.size());
        }
        Signature signature = Signature.parse(authorizations.get(0));
        checkHeaders(call, signature);
        Instant time = time(call);
        checkScope(signature, time);
        checkAge(time);
        Users.Held held = users.find(signature.keyId()).orElseThrow(SignatureCheck::unknown);
        // keys of users come without a token; there is nobody here who would give one
        if (call.headers().first("X-Amz-Security-Token") != null) {
            throw unknown();
        }
        return new Claim(signature, time, held);
    }

    private static ApiError unknown() {
        return ApiError.of("UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    private static ApiError invalid(String message) {
        return ApiError.of("InvalidSignatureException", message);
    }

    /** All that tells what is called has to be signed: else somebody could change it on its way. */
    private static void checkHeaders(HttpCall call, Signature signature) {
        Set<String> names = call.headers().names();
        for (String name : signature.headers()) {
            if (!names.contains(name)) {
                throw Signature.incomplete(
                        "'" + name + "' is named as a SignedHeader, but it does not exist in the HTTP request");
            }
        }
        List<String> unsigned = new ArrayList<>();
        if (!signature.headers().contains("host")) {
            unsigned.add("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        names.stream()
                .filter(name ->
                        name.startsWith("x-amz-") && !signature.headers().contains(name))
                .sorted()
                .forEach(name -> unsigned.add("'" + name + "' must be a 'SignedHeader' in the AWS Authorization."));
        if (!unsigned.isEmpty()) {
            throw invalid(String.join(" ", unsigned));
        }
    }

    private static Instant time(HttpCall call) {
        String time = String.join(",", call.headers().all("X-Amz-Date"));
        String date = String.join(",", call.headers().all("Date"));
        if (time.isEmpty() && date.isEmpty()) {
            throw Signature.incomplete(
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        try {
            return time.isEmpty()
                    ? ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                    : LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Signature.incomplete("Date must be in ISO-8601 'basic format'. Got '" + (time.isEmpty() ? date : time)
                    + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
    }

    private void checkScope(Signature signature, Instant time) {
        List<String> wrong = new ArrayList<>();
        if (!signature.terminator().equals(TERMINATOR)) {
            wrong.add("Credential should be scoped with a valid terminator: '" + TERMINATOR + "'.");
        }
        if (!signature.region().equals(region)) {
            wrong.add("Credential should be scoped to a valid region.");
        }
        if (!signature.service().equals(SERVICE)) {
            wrong.add("Credential should be scoped to correct service: '" + SERVICE + "'.");
        }
        String day = text(time).substring(0, 8);
        if (!signature.date().equals(day)) {
            wrong.add("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + signature.date() + "' != '" + day + "', from '" + text(time) + "'.");
        }
        if (!wrong.isEmpty()) {
            throw invalid(String.join(" ", wrong));
        }
    }

    private void checkAge(Instant time) {
        Instant now = clock.instant();
        Instant earliest = now.minus(SKEW);
        Instant latest = now.plus(SKEW);
        if (time.isBefore(earliest)) {
            throw invalid("Signature expired: " + text(time) + " is now earlier than " + text(earliest) + " ("
                    + text(now) + " - 5 min.)");
        }
        if (time.isAfter(latest)) {
            throw invalid("Signature not yet current: " + text(time) + " is still later than " + text(latest) + " ("
                    + text(now) + " + 5 min.)");
        }
    }

    private static String text(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
