package dev.stepwright.types.service;

import dev.stepwright.types.lattice.Documentation;
import dev.stepwright.types.lattice.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The type of a result or a part of it, as a table writes it: nothing for texts, {@code b}, {@code i} and {@code n} for booleans, integers
 * and numbers, {@code x} for what may be anything, {@code [TYPE} for lists, <code>{TYPE</code> for objects of any keys,
 * {@code @NAME} for a structure, {@code ~} for anything that is {@linkplain #isAside told only where it is read}.
 *
 * @param table where structures are found by their names
 */
record ResultType(String written, ResultTable table) implements Documentation {
    /** The members of {@code SdkHttpMetadata} and {@code SdkResponseMetadata}, which are around every answer. */
    private static final Map<String, String> METADATA =
            Map.of("AllHttpHeaders", "{[", "HttpHeaders", "{", "HttpStatusCode", "i", "RequestId", "");

    /**
     * The members of a result or of a structure in it.
     *
     * @param isClosed whether the service is known to give nothing else
     */
    record Structure(Map<String, ResultType> members, boolean isClosed) {}

    @Override
    public Optional<Kind> scalar() {
        return switch (written) {
            case "" -> Optional.of(Kind.STRING);
            case "b" -> Optional.of(Kind.BOOLEAN);
            case "i" -> Optional.of(Kind.INTEGER);
            case "n" -> Optional.of(Kind.NUMBER);
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isAside() {
        return written.equals("~");
    }

    @Override
    public boolean isArray() {
        return written.startsWith("[");
    }

    @Override
    public boolean isObject() {
        return written.startsWith("{") || written.startsWith("@");
    }

    @Override
    public Documentation element() {
        return isArray() ? inner() : NONE;
    }

    /** Returns the type of the elements of a list, or of what is in an object of any keys. */
    ResultType inner() {
        return new ResultType(written.substring(1), table);
    }

    /** Returns the structure that this is; empty if it is something else. */
    Optional<Structure> structure() {
        return written.startsWith("@") ? table.line(written) : Optional.empty();
    }

    @Override
    public Set<String> members() {
        return isArray()
                ? inner().members()
                : structure().map(Structure::members).map(Map::keySet).orElse(Set.of());
    }

    @Override
    public Documentation member(String name) {
        if (isArray()) {
            return inner().member(name);
        }
        if (written.startsWith("{")) {
            return inner();
        }
        if (isAside() && METADATA.containsKey(name)) {
            return new ResultType(METADATA.get(name), table);
        }
        ResultType type = structure()
                .map(Structure::members)
                .map(members -> members.get(name))
                .orElse(null);
        return type == null ? NONE : type;
    }
}
