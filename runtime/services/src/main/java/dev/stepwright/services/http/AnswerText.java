package dev.stepwright.services.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer says of its body.
 *
 * @param mediaType in lower case, without parameters; empty if there is none
 */
record AnswerText(String mediaType, Charset charset) {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    static AnswerText of(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        Matcher charset = CHARSET.matcher(type);
        return new AnswerText(
                type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                charset.find() ? charset(charset.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // no JVM knows every name
        }
    }

    boolean isJson() {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    /** AWS: what no task can have as its result. */
    boolean isUnsupported() {
        return mediaType.matches("application/octet-stream|(image|video|audio)/.*");
    }

    /** Returns the text that bytes are; empty if they are none. */
    Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
