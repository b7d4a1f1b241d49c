package dev.stepwright.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state machines marked with {@link AslDefinition} in a folder of classes and gives their definitions by file name. Build
 * plugins call it in the class loader of the project, so it takes and gives nothing but types of the JDK.
 */
public final class AslExporter implements BiFunction<Path, ClassLoader, SortedMap<String, Map<String, String>>> {
    /** The part of a machine that is its ASL text, in which placeholders may stand bare. */
    public static final String ASL = "asl";

    /** The part of a machine that is the name of its {@link ExecutionType}. */
    public static final String TYPE = "type";

    /** The part of a machine that is the text of its ignore file; missing if the machine ignores nothing. */
    public static final String IGNORED = "ignored";

    private static final String MARK = AslDefinition.class.descriptorString();
    private static final String CLASS = ".class";

    /**
     * Returns the definitions.
     *
     * @param classes the folder
     * @param loader loads the classes in it; only those that name the annotation are loaded
     * @return the parts of each machine, {@link #ASL}, {@link #TYPE} and {@link #IGNORED}, by file name, such as {@code order.asl.json}
     * @throws IllegalStateException if a marked member is no state machine, or fails, or two have one name; the message says which
     */
    @Override
    public SortedMap<String, Map<String, String>> apply(Path classes, ClassLoader loader) {
        SortedMap<String, Map<String, String>> files = new TreeMap<>();
        SortedMap<String, String> members = new TreeMap<>();
        for (Path file : marked(classes)) {
            Class<?> type = load(classes, file, loader);
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getAnnotation(AslDefinition.class), files, members);
            }
            for (Method method : type.getDeclaredMethods()) {
                add(method, method.getAnnotation(AslDefinition.class), files, members);
            }
        }
        return files;
    }

    private static List<Path> marked(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(CLASS))
                    .filter(AslExporter::isMarked)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes in " + classes, e);
        }
    }

    /** The names of annotations stand in the class file; so classes without one need not be loaded. */
    private static boolean isMarked(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Class<?> load(Path classes, Path file, ClassLoader loader) {
        String path = classes.relativize(file).toString();
        String name = path.substring(0, path.length() - CLASS.length())
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("cannot load the class " + name + " from " + file + ": " + e, e);
        }
    }

    private static void add(
            Member member,
            @Nullable AslDefinition definition,
            SortedMap<String, Map<String, String>> files,
            SortedMap<String, String> members) {
        if (definition == null) {
            return;
        }
        String where = member.getDeclaringClass().getName() + "." + member.getName();
        String name = (definition.value().isEmpty() ? kebabCase(member.getName()) : definition.value()) + ".asl.json";
        if (!(value(member, where) instanceof StateMachine<?, ?> machine)) {
            throw new IllegalStateException(
                    "@AslDefinition is on " + where + ", which is not a StateMachine; remove the annotation");
        }
        String other = members.put(name, where);
        if (other != null) {
            throw new IllegalStateException("both " + other + " and " + where + " make " + name
                    + "; give one of them another name with @AslDefinition(\"...\")");
        }
        Map<String, String> parts = new HashMap<>();
        parts.put(ASL, machine.definition().toUnfilledAsl());
        parts.put(TYPE, definition.type().name());
        machine.ignoreText().ifPresent(text -> parts.put(IGNORED, text));
        files.put(name, Map.copyOf(parts));
    }

    private static @Nullable Object value(Member member, String where) {
        if (!Modifier.isStatic(member.getModifiers())
                || (member instanceof Method method && method.getParameterCount() > 0)) {
            throw new IllegalStateException("@AslDefinition is on " + where
                    + ", but only static fields and static methods without parameters can have it");
        }
        try {
            if (member instanceof Field field) {
                field.setAccessible(true);
                return field.get(null);
            }
            ((Method) member).setAccessible(true);
            return ((Method) member).invoke(null);
        } catch (InvocationTargetException e) {
            throw failed(where, e.getTargetException());
        } catch (ExceptionInInitializerError e) {
            throw failed(where, e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failed(where, e);
        }
    }

    private static IllegalStateException failed(String where, Throwable cause) {
        String message =
                cause instanceof InvalidStateMachineException ? String.valueOf(cause.getMessage()) : cause.toString();
        return new IllegalStateException(where + ": " + message, cause);
    }

    static String kebabCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
