package dev.stepwright.types.service;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.lattice.Documentation;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.service.ResultType.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The results of service integrations, as their tables have them. A result that is closed has no other members than those; the others may
 * have some that the service got later. Of what a result holds only as much is told at once as makes a few objects; what is deeper in
 * it, such as an instance of EC2, is a place that {@linkplain Documentation documents} itself, and is told of as far as it is read.
 */
public final class ServiceResults {
    private static final String JOB = ".sync";

    private static final List<String> SENT = List.of("InputPath", "Parameters", "Arguments");

    /** The token in the Context Object, the task with it, or all of that. */
    private static final Pattern TOKEN =
            Pattern.compile("(\\$\\$|\\$states\\.context)(\\.Task\\b|[^.\\w])|\\$states\\b[^.]");

    /** What makes no more objects than these, with no more members, is told as a whole. */
    private static final int MOST_OBJECTS = 6;

    private static final int MOST_MEMBERS = 10;

    private ServiceResults() {}

    /**
     * Returns what the result of a task can be. AWS: of a job that is given the task's token, that is what comes first, its end or what is
     * sent with the token.
     *
     * @param result the place of the whole result
     */
    public static Value of(TaskState task, Place result) {
        return mayEndByToken(task) ? Value.of(result) : of(task.resource().orElse(""), result);
    }

    private static boolean mayEndByToken(TaskState task) {
        return task.resource().orElse("").contains(JOB) && sendsToken(task);
    }

    private static boolean sendsToken(TaskState task) {
        return SENT.stream()
                .map(field -> task.json().path(field).toString())
                .anyMatch(sent -> TOKEN.matcher(sent).find());
    }

    /**
     * Returns what the result of a call can be.
     *
     * @param resource the task's {@code Resource}
     * @param result the place of the whole result: what the tables do not know of it stays a place in it
     */
    public static Value of(String resource, Place result) {
        String integration = integration(resource);
        return answer(integration)
                .map(answer -> {
                    Place unlisted = Place.root(new Origin(
                            Origin.Source.UNLISTED, result.origin().state(), "the result of " + integration));
                    return new Telling(unlisted).of(answer, result, levels(answer));
                })
                .orElseGet(() -> Value.of(result));
    }

    /** Returns the members of a task's whole result; empty if that is not known. */
    static Optional<Structure> documented(TaskState task) {
        return mayEndByToken(task) ? Optional.empty() : answer(integration(task));
    }

    /** Returns what a task calls, for example {@code dynamodb:getItem}; empty if its result is not that of a service. */
    static String integration(TaskState task) {
        return integration(task.resource().orElse(""));
    }

    private static String integration(String resource) {
        int name = resource.indexOf(":::");
        return name < 0 || resource.endsWith(TaskResource.CALLBACK) ? "" : resource.substring(name + 3);
    }

    private static Optional<Structure> answer(String integration) {
        boolean isSdk = integration.startsWith(TaskResource.SDK);
        String[] call =
                integration.substring(isSdk ? TaskResource.SDK.length() : 0).split(":", 2);
        return call.length < 2 || call[0].contains("/") || call[1].startsWith("@")
                ? Optional.empty()
                : ResultTable.of((isSdk ? "sdk/" : "") + call[0]).flatMap(table -> table.line(call[1]));
    }

    /** Returns how many levels of objects are few enough; the first always is. */
    private static int levels(Structure answer) {
        int levels = 1;
        int objects = 1;
        int members = answer.members().size();
        List<Structure> next = within(List.of(answer));
        while (!next.isEmpty()) {
            objects += next.size();
            members += next.stream().mapToInt(each -> each.members().size()).sum();
            if (objects > MOST_OBJECTS || members > MOST_MEMBERS) {
                return levels;
            }
            levels++;
            next = within(next);
        }
        return levels;
    }

    private static List<Structure> within(List<Structure> level) {
        return level.stream()
                .flatMap(structure -> structure.members().values().stream())
                .flatMap(ServiceResults::structure)
                .toList();
    }

    private static Stream<Structure> structure(ResultType type) {
        return type.isArray() ? structure(type.inner()) : type.structure().stream();
    }

    /** @param unlisted what stands for members that a table does not name */
    private record Telling(Place unlisted) {
        Value of(Structure structure, Place place, int levels) {
            Map<String, Field> members = new LinkedHashMap<>();
            structure
                    .members()
                    .forEach((name, type) -> members.put(
                            name, new Field(of(type, place.field(name, type), levels - 1), Presence.OPTIONAL)));
            return Value.of(new Fields(members, structure.isClosed() ? Set.of() : Set.of(unlisted)));
        }

        private Value of(ResultType type, Place place, int levels) {
            if (type.isArray()) {
                return Value.arrayOf(of(type.inner(), place.element(), levels));
            }
            Optional<Structure> structure = levels == 0 ? Optional.empty() : type.structure();
            return structure
                    .map(each -> of(each, place, levels))
                    .or(() -> type.scalar().map(Documented::scalar))
                    .orElseGet(() -> Value.of(place));
        }
    }
}
