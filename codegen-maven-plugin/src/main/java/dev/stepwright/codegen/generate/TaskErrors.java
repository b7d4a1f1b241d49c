package dev.stepwright.codegen.generate;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.RetryRule;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Names;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The errors of a Task state that its definition answers, but for those that the interpreter or the service around a function raises.
 *
 * @param named what the definition does with each error, by the error's name: {@code tried again up to 3 times; caught, goes on with "Declined"}
 * @param any what it does with an error that it does not name; empty if nothing
 */
record TaskErrors(Map<String, String> named, Optional<String> any) {
    /** The public classes of {@code java.lang} up to Java 25, whichever Java this runs on: it must not change what is generated. */
    private static final Set<String> OF_JAVA = Set.of("""
            AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException AssertionError
            AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class ClassCastException ClassCircularityError
            ClassFormatError ClassLoader ClassNotFoundException ClassValue CloneNotSupportedException Cloneable Comparable
            Deprecated Double Enum EnumConstantNotPresentException Error Exception ExceptionInInitializerError Float
            FunctionalInterface IllegalAccessError IllegalAccessException IllegalArgumentException IllegalCallerException
            IllegalMonitorStateException IllegalStateException IllegalThreadStateException IncompatibleClassChangeError
            IndexOutOfBoundsException InheritableThreadLocal InstantiationError InstantiationException Integer InternalError
            InterruptedException Iterable LayerInstantiationException LinkageError Long MatchException Math Module ModuleLayer
            NegativeArraySizeException NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError
            NoSuchMethodException NullPointerException Number NumberFormatException Object OutOfMemoryError Override Package Process
            ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime RuntimeException
            RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short StableValue StackOverflowError
            StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException
            SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal Throwable TypeNotPresentException UnknownError
            UnsatisfiedLinkError UnsupportedClassVersionError UnsupportedOperationException VerifyError VirtualMachineError Void
            WrongThreadException
            """.split("\\s+"));

    private static final List<String> ANY = List.of("States.TaskFailed", "States.ALL");

    /**
     * Returns the errors that the rules of a state, and of the states around it, answer. What the rules of an inner state catch comes to no outer one.
     * An iteration of a distributed Map is an execution of its own, so its error comes to nobody.
     */
    static TaskErrors of(Machine machine, TaskState state) {
        Map<String, String> answers = answers(state, "", "");
        Set<String> caught = caught(state);
        for (State outer : around(machine, state)) {
            if (isDistributed(outer) || ANY.stream().anyMatch(caught::contains)) {
                break;
            }
            String name = "\"" + outer.name() + "\"";
            answers(outer, " with all of " + name, " by " + name).forEach((error, what) -> {
                if (!caught.contains(error)) {
                    add(answers, error, what);
                }
            });
            caught.addAll(caught(outer));
        }
        Optional<String> any =
                ANY.stream().map(answers::get).filter(Objects::nonNull).reduce(TaskErrors::both);
        answers.keySet().removeIf(error -> error.startsWith("States.") || error.startsWith("Lambda."));
        return new TaskErrors(answers, any);
    }

    /** Returns the states that a state is in, the innermost first. */
    private static List<State> around(Machine machine, TaskState state) {
        return machine.states().stream()
                .filter(outer -> state.pointer().toString().startsWith(outer.pointer() + "/"))
                .sorted(Comparator.comparing(outer -> -outer.pointer().length()))
                .toList();
    }

    private static boolean isDistributed(State state) {
        return state instanceof MapState map && map.isDistributed();
    }

    private static Set<String> caught(State state) {
        return state.catchRules().stream()
                .flatMap(rule -> rule.errorEquals().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * @param with what is tried again, if that is not the task alone
     * @param by which state catches, if not that of the task
     */
    private static Map<String, String> answers(State state, String with, String by) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (RetryRule rule : state.retryRules()) {
            String again =
                    again(rule.field("MaxAttempts").map(JsonNode::asString).orElse("3")) + with;
            rule.errorEquals().forEach(error -> add(errors, error, again));
        }
        for (CatchRule rule : state.catchRules()) {
            String next = rule.next()
                    .map(name -> "caught" + by + ", goes on with \"" + name + "\"")
                    .orElse("caught" + by);
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
        errors.merge(error, what, TaskErrors::both);
    }

    private static String both(String first, String second) {
        return first.equals(second) ? first : first + "; " + second;
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
        return OF_JAVA.contains(type) ? type + "_" : type;
    }
}
