package dev.stepwright.permission;

import dev.stepwright.asl.Spelling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Actions that policies name and that are one letter away from one that there is. Any other that the table does not have may be newer, or
 * one that no operation needs; of those, one in a thousand is the plural of another.
 */
final class MisspeltActions {
    private static final Pattern ACTION = Pattern.compile("([\\w-]+):(\\w+)");

    private MisspeltActions() {}

    /** Returns what is wrong with actions of a policy, by their places in it. */
    static Map<JsonPointer, String> in(JsonNode policy) {
        Map<JsonPointer, String> wrong = new LinkedHashMap<>();
        each(policy.path("Statement"), JsonPointer.empty().appendProperty("Statement"), (statement, at) -> {
            for (String field : new String[] {"Action", "NotAction"}) {
                each(
                        statement.path(field),
                        at.appendProperty(field),
                        (action, place) ->
                                problem(action.asString("")).ifPresent(problem -> wrong.put(place, problem)));
            }
        });
        return wrong;
    }

    private interface Found {
        void at(JsonNode value, JsonPointer place);
    }

    /** Policies may leave out the brackets around one. */
    private static void each(JsonNode value, JsonPointer place, Found found) {
        if (!value.isArray()) {
            found.at(value, place);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            found.at(value.get(i), place.appendIndex(i));
        }
    }

    private static Optional<String> problem(String text) {
        Matcher action = ACTION.matcher(text);
        if (!action.matches()) {
            return Optional.empty();
        }
        String service = action.group(1);
        String name = action.group(2);
        boolean isService =
                ServiceActions.all().anyMatch(known -> known.service().equalsIgnoreCase(service));
        return ServiceActions.isKnown(service, name)
                ? Optional.empty()
                : ServiceActions.all()
                        .filter(known -> isService
                                ? known.service().equalsIgnoreCase(service) && isSlip(name, known.name())
                                : known.name().equalsIgnoreCase(name) && isSlip(service, known.service()))
                        .map(Action::text)
                        .sorted()
                        .findFirst()
                        .map(meant -> "there is no action " + text + ", as far as this version knows; did you mean "
                                + meant + "?");
    }

    /** A name with another number may be that of the next version, and a plural another action. */
    private static boolean isSlip(String name, String known) {
        return Math.abs(name.length() - known.length()) <= 1
                && !(name + "s").equalsIgnoreCase(known)
                && !(known + "s").equalsIgnoreCase(name)
                && Spelling.distance(name, known) == 1
                && digits(name).equals(digits(known));
    }

    private static String digits(String name) {
        return name.replaceAll("[^0-9]", "");
    }
}
