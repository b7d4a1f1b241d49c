package dev.stepwright.types.service;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The results of well-known integrations. The table {@code results.json} names the members of each result and their types: a
 * kind of scalar, {@code any} (what it is depends on who made it), {@code map} (an object of any keys), a list of one element
 * type, or an object. Results under {@code closed} have no other members; those under {@code open} may have some that the
 * table does not name.
 */
public final class ServiceResults {
    private static final String CALLBACK = ".waitForTaskToken";

    private final JsonNode closed;
    private final JsonNode open;

    private ServiceResults(JsonNode table) {
        this.closed = table.path("closed");
        this.open = table.path("open");
    }

    /** Returns the table. */
    public static ServiceResults table() {
        return Loaded.TABLE;
    }

    /**
     * Returns what the result of a task can be.
     *
     * @param resource the task's {@code Resource}
     * @param result the place of the whole result: what the table does not know of it stays a place in it
     */
    public Value of(String resource, Place result) {
        int name = resource.indexOf(":::");
        if (name < 0 || resource.endsWith(CALLBACK)) {
            return Value.of(result);
        }
        String integration = resource.substring(name + 3);
        if (closed.has(integration)) {
            return value(closed.get(integration), result, null);
        }
        return open.has(integration)
                ? value(open.get(integration), result, unlisted(integration, result))
                : Value.of(result);
    }

    private static Place unlisted(String integration, Place result) {
        return Place.root(new Origin(Origin.Source.UNLISTED, result.origin().state(), "the result of " + integration));
    }

    private static Value value(JsonNode type, Place place, @Nullable Place unlisted) {
        if (type.isObject()) {
            Map<String, Field> members = new LinkedHashMap<>();
            type.properties()
                    .forEach(member -> members.put(
                            member.getKey(),
                            new Field(
                                    value(member.getValue(), place.field(member.getKey()), unlisted),
                                    Presence.OPTIONAL)));
            return Value.of(new Fields(members, unlisted == null ? Set.of() : Set.of(unlisted)));
        }
        if (type.isArray()) {
            return Value.arrayOf(value(type.get(0), place.element(), unlisted));
        }
        return switch (type.asString("")) {
            case "string" -> Value.scalar(Kind.STRING);
            case "integer" -> Value.scalar(Kind.INTEGER);
            case "number" -> Value.scalar(Kind.NUMBER, Kind.INTEGER);
            case "boolean" -> Value.scalar(Kind.BOOLEAN);
            default -> Value.of(place);
        };
    }

    /** Read when first asked for. */
    private static final class Loaded {
        static final ServiceResults TABLE = new ServiceResults(read());

        private static JsonNode read() {
            try (InputStream in = ServiceResults.class.getResourceAsStream("results.json")) {
                if (in == null) {
                    throw new IllegalStateException("results.json is missing beside " + ServiceResults.class.getName());
                }
                return JsonDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .root();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
