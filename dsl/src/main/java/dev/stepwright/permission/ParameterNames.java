package dev.stepwright.permission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the parameter of a call that holds a part of an ARN: AWS calls the same {@code ${QueueName}} in ARNs and {@code QueueUrl} in calls.
 *
 * @param names the parameters that the task has
 * @param type the kind of the resource, after which AWS calls parts that have no name of their own
 * @param isOnlyPart whether the ARN has no other part
 * @param isOnlyKind whether the call is on no other kind of resource
 */
record ParameterNames(List<String> names, String type, boolean isOnlyPart, boolean isOnlyKind) {
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

    /**
     * A name taken apart.
     *
     * @param ending how it says what it holds; empty if it does not say it
     */
    private record Parts(String stem, String ending) {
        private static final List<String> ENDINGS = List.of("Name", "Id", "Identifier", "Arn", "ARN", "Url");

        static Parts of(String name) {
            for (String ending : ENDINGS) {
                if (name.endsWith(ending)) {
                    return new Parts(name.substring(0, name.length() - ending.length()), ending);
                }
            }
            return new Parts(name, "");
        }

        /** A job's name is not its id: these two alone tell parameters apart that are called alike. */
        boolean isSame(Parts given) {
            return !given.stem.isEmpty()
                    && stem.equalsIgnoreCase(given.stem)
                    && !(ending.equals("Id") && given.ending.equals("Name"))
                    && !(ending.equals("Name") && given.ending.equals("Id"));
        }
    }

    /** Returns the name of the parameter, empty if the task has none. */
    String of(String variable) {
        String other = OTHERWISE.get(variable);
        if (other != null && names.contains(other)) {
            return other;
        }
        boolean isUnnamed = isOnlyPart && UNNAMED.contains(variable);
        String kind = type.replace("-", "");
        String ending = Parts.of(variable).ending;
        Parts wanted = Parts.of(isUnnamed ? kind : variable);
        return first(name -> wanted.isSame(Parts.of(name)))
                .or(() -> first(name -> isOnlyPart && Parts.of(kind + ending).isSame(Parts.of(name))))
                .or(() -> first(name -> isUnnamed && isOnlyKind && isEndOf(kind, Parts.of(name).stem)))
                .or(() -> first(name -> isOnlyPart && isOnlyKind && isPlain(name, isUnnamed ? "" : ending)))
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
        return PLAIN.contains(name) && Parts.of("X" + ending).isSame(Parts.of("X" + name));
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
