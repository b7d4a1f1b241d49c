package dev.stepwright.codegen.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.runtime.Engine;
import dev.stepwright.schema.JsonSchemas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Generated source compiled in memory with every warning on and fatal, as users may have it. */
public final class Compiled extends ClassLoader {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final String CLASS_PATH = Stream.of(
                    AslDocument.class,
                    Engine.class,
                    JsonSchemas.class,
                    JsonNode.class,
                    JsonParser.class,
                    JsonProperty.class,
                    NullMarked.class)
            .map(Compiled::location)
            .distinct()
            .collect(Collectors.joining(System.getProperty("path.separator")));
    private static final List<String> OPTIONS = List.of(
            "--release", "17", "-Xlint:all,-classfile", "-Werror", "-proc:none", "-parameters", "-cp", CLASS_PATH);

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    private final Map<String, String> resources;

    private Compiled(Map<String, String> resources) {
        super(Compiled.class.getClassLoader());
        this.resources = resources;
    }

    /**
     * Compiles the source files among some files; the others are on the class path.
     *
     * @throws AssertionError with the compiler's words if it has any
     */
    public static Compiled of(List<GeneratedFile> files) {
        Compiled compiled = new Compiled(files.stream()
                .filter(file -> file.root() == Root.RESOURCES)
                .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::text)));
        StringWriter words = new StringWriter();
        List<Source> sources = files.stream()
                .filter(file -> file.root() != Root.RESOURCES)
                .map(Source::new)
                .toList();
        boolean done = JAVAC.getTask(words, compiled.new Output(), null, OPTIONS, null, sources)
                .call();
        if (!done) {
            throw new AssertionError("the generated source does not compile:\n" + words);
        }
        return compiled;
    }

    public Class<?> type(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class " + name + " was generated, but " + classes.keySet(), e);
        }
    }

    /** Returns what all types say of data, by their names: the components of records, the types of choices, what tasks take and give. */
    public SortedMap<String, List<String>> shapes() {
        SortedMap<String, List<String>> shapes = new TreeMap<>();
        for (String name : classes.keySet()) {
            Class<?> type = type(name);
            if (type.isRecord()) {
                shapes.put(
                        name, texts(type.getRecordComponents(), each -> each.getGenericType() + " " + each.getName()));
            } else if (type.isSealed()) {
                shapes.put(name, texts(type.getPermittedSubclasses(), Class::getName));
            } else if (type.isEnum()) {
                shapes.put(name, texts(type.getEnumConstants(), Object::toString));
            } else if (type.isInterface()) {
                shapes.put(name, texts(type.getMethods(), Method::toGenericString));
            }
        }
        return shapes;
    }

    private static <T> List<String> texts(T[] all, Function<T, String> text) {
        return Stream.of(all).map(text).sorted().toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        String text = resources.get(name);
        return text == null
                ? super.getResourceAsStream(name)
                : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(GeneratedFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        Output() {
            super(JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8));
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, each -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
