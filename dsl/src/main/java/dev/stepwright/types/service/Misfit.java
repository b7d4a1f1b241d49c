package dev.stepwright.types.service;

import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.service.ResultType.Structure;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A part of a made-up result that its service never gives: a value of another type than is documented, a member whose name differs from a documented one
 * in case alone, or any other member of a result that is known to have no others. What a service has added since its table was written is none,
 * nor are members that are missing or null.
 *
 * @param path where it is, as a path of JSONPath from the result
 * @param problem what it must be and is, to follow the path: {@code must be a text, found 5}
 * @param integration whose result it is, for example {@code dynamodb:getItem}
 */
public record Misfit(String path, String problem, String integration) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /**
     * Returns the first one of a result; empty if there is none, if nothing is known of the result, or if the state drops it.
     *
     * @param result what {@code ResultSelector} or {@code $states.result} would see
     */
    public static Optional<Misfit> in(TaskState task, JsonNode result) {
        return isDropped(task)
                ? Optional.empty()
                : ServiceResults.documented(task)
                        .flatMap(answer -> new Search(ServiceResults.integration(task))
                                .structure(answer, result, "$")
                                .findFirst());
    }

    private static boolean isDropped(TaskState task) {
        return task.json().path("ResultPath").isNull() && !task.json().has("Assign");
    }

    private record Search(String integration) {
        Stream<Misfit> value(ResultType type, JsonNode value, String path) {
            if (value.isNull()) {
                return Stream.empty();
            }
            if (type.isArray()) {
                return value.isArray()
                        ? value.valueStream().flatMap(element -> value(type.inner(), element, path + "[*]"))
                        : wrong(path, "a list", value);
            }
            if (type.isObject()) {
                return type.structure()
                        .map(structure -> structure(structure, value, path))
                        .orElseGet(() -> map(type, value, path));
            }
            return type.scalar()
                    .filter(kind -> !isOf(kind, value))
                    .map(kind -> wrong(path, noun(kind), value))
                    .orElseGet(Stream::empty);
        }

        private Stream<Misfit> map(ResultType type, JsonNode value, String path) {
            return value.isObject()
                    ? value.propertyStream()
                            .flatMap(entry -> value(type.inner(), entry.getValue(), path + step(entry.getKey())))
                    : wrong(path, "an object", value);
        }

        Stream<Misfit> structure(Structure structure, JsonNode value, String path) {
            if (value.isNull()) {
                return Stream.empty();
            }
            return value.isObject()
                    ? value.propertyStream().flatMap(entry -> member(structure, value, entry, path))
                    : wrong(path, "an object", value);
        }

        private Stream<Misfit> member(
                Structure structure, JsonNode value, Map.Entry<String, JsonNode> entry, String path) {
            String name = entry.getKey();
            String place = path + step(name);
            ResultType type = structure.members().get(name);
            if (type != null) {
                return value(type, entry.getValue(), place);
            }
            Optional<String> other = structure.members().keySet().stream()
                    .filter(each -> each.equalsIgnoreCase(name) && !value.has(each))
                    .findFirst();
            if (other.isPresent()) {
                return Stream.of(new Misfit(place, "must be called " + other.get(), integration));
            }
            return structure.isClosed()
                    ? Stream.of(new Misfit(place, "must not be there, only " + names(structure), integration))
                    : Stream.empty();
        }

        private Stream<Misfit> wrong(String path, String noun, JsonNode found) {
            return Stream.of(new Misfit(path, "must be " + noun + ", found " + JsonText.excerpt(found), integration));
        }
    }

    private static String names(Structure structure) {
        return structure.members().entrySet().stream()
                .filter(member -> !member.getValue().isAside())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static boolean isOf(Kind kind, JsonNode value) {
        return switch (kind) {
            case STRING -> value.isString();
            case BOOLEAN -> value.isBoolean();
            default -> value.isNumber();
        };
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            default -> "a number";
        };
    }

    private static String step(String name) {
        return NAME.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }
}
