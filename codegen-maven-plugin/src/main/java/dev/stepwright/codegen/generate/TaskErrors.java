package dev.stepwright.codegen.generate;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.RetryRule;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The errors that a definition names at a Task state, but for those that the interpreter or the service around a function raises. */
final class TaskErrors {
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

    private TaskErrors() {}

    /** Returns what the definition does with each error, by the error's name: {@code tried again up to 3 times; caught, goes on with "Declined"}. */
    static Map<String, String> of(TaskState state) {
        Map<String, String> errors = answers(state);
        errors.keySet().removeIf(error -> error.startsWith("States.") || error.startsWith("Lambda."));
        return errors;
    }

    /** Returns what the definition does with an error that it does not name; empty if nothing. */
    static Optional<String> ofAny(TaskState state) {
        Map<String, String> answers = answers(state);
        return Stream.of("States.TaskFailed", "States.ALL")
                .map(answers::get)
                .filter(Objects::nonNull)
                .reduce(TaskErrors::both);
    }

    private static Map<String, String> answers(TaskState state) {
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
