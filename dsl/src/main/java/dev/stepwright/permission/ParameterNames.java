package dev.stepwright.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parameter of a call that holds a part of an ARN: AWS calls the same {@code ${QueueName}} in ARNs and {@code QueueUrl} in calls.
 *
 * @param names the parameters that the task has
 * @param type the kind of the resource, after which AWS calls parts that have no name of their own
 * @param isOnlyPart whether the ARN has no other part
 * @param isOnlyKind whether the call is on no other kind of resource
 */
record ParameterNames(List<String> names, String type, boolean isOnlyPart, boolean isOnlyKind) {
    private static final Pattern NAME = Pattern.compile("(.*?)(Name|Id|Identifier|Arn|ARN|Url|)");
    private static final Set<String> PLAIN = Set.of("Name", "Id", "Identifier", "Arn", "ARN");
    private static final Set<String> UNNAMED = Set.of("ResourceId", "ResourceName", "Name", "Id", "Arn");

    /** What is called so differently that no rule finds it. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "ObjectName", "Key",
            "TaskDefinitionFamilyName", "TaskDefinition",
            "ParameterNameWithoutLeadingSlash", "Name",
            "RoleNameWithPath", "RoleName",
            "UserNameWithPath", "UserName",
            "GroupNameWithPath", "GroupName",
            "RuleName", "Name",
            "ScheduleName", "Name");

    /** Returns the name of the parameter, empty if the task has none. */
    String of(String variable) {
        String other = OTHERWISE.get(variable);
        if (other != null && names.contains(other)) {
            return other;
        }
        boolean isUnnamed = isOnlyPart && UNNAMED.contains(variable);
        String kind = type.replace("-", "");
        Matcher wanted = parts(isUnnamed ? kind : variable);
        return first(name -> isSame(wanted, parts(name)))
                .or(() -> first(name -> isOnlyPart && isSame(parts(kind + ending(variable)), parts(name))))
                .or(() -> first(name -> isUnnamed && isOnlyKind && isEndOf(kind, stem(name))))
                .or(() -> first(name -> isOnlyPart && isOnlyKind && isPlain(name, isUnnamed ? "" : ending(variable))))
                .orElse("");
    }

    private Optional<String> first(Predicate<String> isMeant) {
        return names.stream().filter(isMeant).findFirst();
    }

    private static boolean isEndOf(String kind, String stem) {
        return !stem.isEmpty() && kind.toLowerCase(Locale.ROOT).endsWith(stem.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a parameter is called by nothing but its ending, which does not contradict that of the part. */
    private static boolean isPlain(String name, String ending) {
        return PLAIN.contains(name) && isSame(parts("X" + ending), parts("X" + name));
    }

    private static String ending(String variable) {
        return parts(variable).group(2);
    }

    private static String stem(String name) {
        return parts(name).group(1);
    }

    /** A job's name is not its id: these two alone tell parameters apart that are called alike. */
    private static boolean isSame(Matcher wanted, Matcher given) {
        Set<String> endings = new HashSet<>(List.of(wanted.group(2), given.group(2)));
        return !endings.equals(Set.of("Id", "Name"))
                && !given.group(1).isEmpty()
                && wanted.group(1).equalsIgnoreCase(given.group(1));
    }

    private static Matcher parts(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalStateException("every name has parts: " + name);
        }
        return parts;
    }

    /** Returns a value as it stands in an ARN. */
    static String asPart(String variable, String value) {
        return switch (variable) {
            case "ParameterNameWithoutLeadingSlash" -> value.startsWith("/") ? value.substring(1) : value;
            // A secret's ARN ends with six characters that its name has not.
            case "SecretId" -> value + "-??????";
            default -> value;
        };
    }
}
