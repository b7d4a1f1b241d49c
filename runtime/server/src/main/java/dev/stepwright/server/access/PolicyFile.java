package dev.stepwright.server.access;

import dev.stepwright.permission.SdkOperations;
import dev.stepwright.permission.Wildcards;
import dev.stepwright.server.policy.FilePart;
import dev.stepwright.validation.machine.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Policies as files have them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM: Grammar of the JSON policy language</a>
 */
final class PolicyFile {
    private static final String STATES = "states:";

    /** The names of all actions of Step Functions, in lower case. */
    private static final List<String> OWN = SdkOperations.of("sfn").stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();

    private PolicyFile() {}

    /** @throws IllegalArgumentException if it is no policy of a user; the message tells where */
    static Stream<PolicyStatement> statements(FilePart policy) {
        policy.allow("Version", "Id", "Statement");
        if (policy.has("Version")
                && !List.of("2012-10-17", "2008-10-17")
                        .contains(policy.member("Version").text())) {
            throw policy.member("Version").wrong("must be 2012-10-17");
        }
        return policy.member("Statement").oneOrMore().stream().map(PolicyFile::statement);
    }

    private static PolicyStatement statement(FilePart statement) {
        statement.allow("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
        String effect = statement.member("Effect").text();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw statement.member("Effect").wrong("must be Allow or Deny");
        }
        return new PolicyStatement(
                effect.equals("Deny"),
                patterns(statement, "Action"),
                patterns(statement, "Resource"),
                statement.has("Condition") ? conditions(statement.member("Condition")) : List.of());
    }

    private static PolicyStatement.Patterns patterns(FilePart statement, String name) {
        boolean isNot = statement.has("Not" + name);
        if (isNot == statement.has(name)) {
            throw statement.wrong("must have either " + name + " or Not" + name);
        }
        List<String> patterns = new ArrayList<>();
        for (FilePart part : statement.member(isNot ? "Not" + name : name).oneOrMore()) {
            patterns.add(name.equals("Action") ? action(part) : resource(part));
        }
        return new PolicyStatement.Patterns(patterns, isNot);
    }

    private static String action(FilePart part) {
        String action = part.text();
        if (!action.equals("*") && !action.matches("[\\w-]+:[\\w*?]+")) {
            throw part.wrong("must be an action such as states:StartExecution, or *");
        }
        String pattern = action.toLowerCase(Locale.ROOT);
        if (pattern.startsWith(STATES) && OWN.stream().noneMatch(own -> Wildcards.covers(pattern, STATES + own))) {
            throw part.wrong("has " + action + ", which is no action of Step Functions"
                    + meant(action.substring(STATES.length())));
        }
        return pattern;
    }

    /** A misspelt action would deny nothing, and nobody would notice. */
    private static String meant(String name) {
        return new Names(SdkOperations.of("sfn"))
                .nearest(name)
                .map(nearest -> "; did you mean " + STATES
                        + nearest.substring(0, 1).toUpperCase(Locale.ROOT) + nearest.substring(1) + "?")
                .orElse("");
    }

    private static String resource(FilePart part) {
        String resource = withoutVariables(part);
        if (!resource.equals("*") && !resource.matches("arn:[^:]*:[^:]*:[^:]*:[^:]*:.+|arn:.*\\*.*")) {
            throw part.wrong("must be an ARN, or *");
        }
        return resource;
    }

    private static String withoutVariables(FilePart part) {
        if (part.text().contains("${")) {
            throw part.wrong("has a policy variable, which this server does not know");
        }
        return part.text();
    }

    private static List<Condition> conditions(FilePart all) {
        List<Condition> conditions = new ArrayList<>();
        for (String name : all.names()) {
            FilePart keys = all.member(name);
            Condition.Operator operator = Condition.Operator.of(name)
                    .orElseThrow(() -> keys.wrong(
                            "is an operator that this server does not know; it knows " + Condition.OPERATORS));
            for (String key : keys.names()) {
                FilePart values = keys.member(key);
                if (Condition.KEYS.stream().noneMatch(known -> isKey(known, key))) {
                    throw values.wrong("is a condition key that this server does not know; it knows " + Condition.KEYS);
                }
                conditions.add(new Condition(
                        operator,
                        key,
                        values.oneOrMore().stream()
                                .map(value -> value(operator, value))
                                .toList()));
            }
        }
        return conditions;
    }

    private static boolean isKey(String known, String key) {
        return known.endsWith("/")
                ? key.regionMatches(true, 0, known, 0, known.length()) && key.length() > known.length()
                : key.equalsIgnoreCase(known);
    }

    private static String value(Condition.Operator operator, FilePart part) {
        String value = part.json().isBoolean() ? String.valueOf(part.json().booleanValue()) : withoutVariables(part);
        if (operator.comparison().equals("null") && !value.matches("(?i)true|false")) {
            throw part.wrong("must be true or false");
        }
        return value;
    }
}
