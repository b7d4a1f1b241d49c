package dev.stepwright.codegen.generate;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.RetryRule;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Names;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The errors that a definition names at a Task state, but for those that the interpreter itself raises. */
final class TaskErrors {
    private TaskErrors() {}

    /** Returns what the definition does with each error, by the error's name: {@code tried again up to 3 times; caught, goes on with "Declined"}. */
    static Map<String, String> of(TaskState state) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (RetryRule rule : state.retryRules()) {
            String again =
                    again(rule.field("MaxAttempts").map(JsonNode::asString).orElse("3"));
            rule.errorEquals().forEach(error -> add(errors, error, again));
        }
        for (CatchRule rule : state.catchRules()) {
            String next = rule.next()
                    .map(name -> "caught, goes on with \"" + name + "\"")
                    .orElse("caught");
            rule.errorEquals().forEach(error -> add(errors, error, next));
        }
        return errors;
    }

    private static String again(String maxAttempts) {
        return switch (maxAttempts) {
            case "0" -> "not tried again";
            case "1" -> "tried again once";
            default -> "tried again up to " + maxAttempts + " times";
        };
    }

    private static void add(Map<String, String> errors, String error, String what) {
        if (!error.startsWith("States.")) {
            errors.merge(error, what, (first, second) -> first.equals(second) ? first : first + "; " + second);
        }
    }

    /**
     * Returns the name of an error's class: that of a Java exception without its package, else all its words. Whoever does the tasks
     * inherits these classes, so none hides one that every Java source sees: {@code Exception} gives {@code Exception_}.
     */
    static String className(String error) {
        List<String> parts = Arrays.asList(error.split("\\."));
        String name = parts.stream()
                .filter(part -> !part.isEmpty() && !Character.isLowerCase(part.charAt(0)))
                .collect(Collectors.joining(" "));
        String type = Names.type(name.isEmpty() ? error : name);
        return isOfJava(type) ? type + "_" : type;
    }

    private static boolean isOfJava(String name) {
        try {
            return Modifier.isPublic(Class.forName("java.lang." + name).getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
