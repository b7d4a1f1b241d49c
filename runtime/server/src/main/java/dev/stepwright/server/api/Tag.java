package dev.stepwright.server.api;

/** A tag of a machine or an activity. */
public record Tag(String key, String value) {
    static Tag read(Members in) {
        String value = in.optionalText("value", new Length(0, 256));
        return new Tag(in.text("key", new Length(1, 128)), value == null ? "" : value);
    }
}
