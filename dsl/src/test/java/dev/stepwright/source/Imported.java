package dev.stepwright.source;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.StateMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources of machines, compiled together in memory without a warning, and the machines that they make. */
final class Imported {
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-Xmaxerrs", "1000");

    private final Map<String, byte[]> classes = new HashMap<>();
    private final List<String> messages = new ArrayList<>();

    private Imported() {}

    static Imported of(Collection<JavaSource> sources) {
        Imported imported = new Imported();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (JavaFileManager files =
                new Classes(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null), imported.classes)) {
            compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            OPTIONS,
                            null,
                            sources.stream().map(Source::new).toList())
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        diagnostics.getDiagnostics().forEach(diagnostic -> imported.messages.add(diagnostic.toString()));
        return imported;
    }

    /** What the compiler says; nothing if all is well. */
    List<String> messages() {
        return messages;
    }

    /** Returns the definition that the class of a source makes. */
    StateMachineDefinition definition(JavaSource source) throws ReflectiveOperationException {
        String name = source.path().replace('/', '.').replaceFirst("\\.java$", "");
        Class<?> type = new Loader(classes).loadClass(name);
        return ((StateMachine<?, ?>) type.getMethod("machine").invoke(null)).definition();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Imported.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(JavaSource source) {
            super(URI.create("memory:///" + source.path()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        Classes(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(className, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
