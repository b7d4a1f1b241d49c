package dev.stepwright.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.validation.Severity;
import dev.stepwright.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The class around a machine. */
final class ClassCode {
    private static final String INDENT = "    ";
    private static final int WIDE_START = 60;
    private static final Map<String, String> IMPORTS = Map.ofEntries(
            Map.entry("AslDefinition", "dev.stepwright.dsl.AslDefinition"),
            Map.entry("Context", "dev.stepwright.dsl.Context"),
            Map.entry("Dsl", "dev.stepwright.dsl.Dsl"),
            Map.entry("ErrorOutput", "dev.stepwright.dsl.ErrorOutput"),
            Map.entry("Errors", "dev.stepwright.dsl.Errors"),
            Map.entry("JsonProperty", "com.fasterxml.jackson.annotation.JsonProperty"),
            Map.entry("Halt", "dev.stepwright.dsl.Halt"),
            Map.entry("Resource", "dev.stepwright.dsl.Resource"),
            Map.entry("Batches", "dev.stepwright.dsl.items.Batches"),
            Map.entry("ItemFormat", "dev.stepwright.dsl.items.ItemFormat"),
            Map.entry("ItemReader", "dev.stepwright.dsl.items.ItemReader"),
            Map.entry("CsvFormat", "dev.stepwright.dsl.items.CsvFormat"),
            Map.entry("ExecutionType", "dev.stepwright.dsl.ExecutionType"),
            Map.entry("ResultFormat", "dev.stepwright.dsl.items.ResultFormat"),
            Map.entry("StateMachine", "dev.stepwright.dsl.StateMachine"),
            Map.entry("StateRef", "dev.stepwright.dsl.StateRef"),
            Map.entry("Step", "dev.stepwright.dsl.Step"),
            Map.entry("Terminal", "dev.stepwright.dsl.Terminal"),
            Map.entry("Var", "dev.stepwright.dsl.Var"),
            Map.entry("QueryLanguage", "dev.stepwright.asl.QueryLanguage"),
            Map.entry("Duration", "java.time.Duration"),
            Map.entry("Instant", "java.time.Instant"),
            Map.entry("List", "java.util.List"),
            Map.entry("JsonNode", "tools.jackson.databind.JsonNode"));
    private static final Set<String> OTHER_NAMES =
            Set.of("String", "Object", "Integer", "Class", "Record", "Override", "Void", "Number", "Boolean");

    private final StateMachineDefinition definition;
    private final String name;
    private final String packageName;
    private final String className;
    private final ClassParts parts = new ClassParts();

    ClassCode(StateMachineDefinition definition, String name, String packageName, String className) {
        this.definition = definition;
        this.name = name;
        this.packageName = packageName;
        this.className = className;
    }

    static boolean isImported(String name) {
        return IMPORTS.containsKey(name) || OTHER_NAMES.contains(name);
    }

    JavaSource source() {
        Document document =
                Structure.problem(definition).isEmpty() && definition.queryLanguage() == QueryLanguage.JSONPATH
                        ? Document.of(definition, "Data", typeNames())
                        : Document.unknown();
        String type = document.type();
        Code machine = machine(document);
        StringBuilder body = new StringBuilder();
        body.append(javadoc()).append("public final class ").append(className).append(" {\n");
        parts.resources().forEach((resource, constant) -> field(resource, constant, body));
        body.append(parts.resources().isEmpty() ? "" : "\n");
        document.records().forEach(record -> record(record, body));
        body.append(INDENT).append("private ").append(className).append("() {}\n\n");
        body.append(INDENT).append("/** Returns the machine. */\n");
        body.append(INDENT)
                .append("@AslDefinition(")
                .append(Literals.quote(name))
                .append(")\n");
        body.append(INDENT).append("public static StateMachine<" + type + ", " + type + "> machine() {\n");
        for (ClassParts.Local local : parts.locals()) {
            statement(local.type() + " " + local.name() + " = ", local.value(), body);
        }
        statement("return ", machine, body);
        body.append(INDENT).append("}\n}\n");
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
        return new JavaSource(path, header(machine, document) + body, parts.raw());
    }

    private Identifiers typeNames() {
        Set<String> taken = new HashSet<>(IMPORTS.keySet());
        taken.addAll(OTHER_NAMES);
        taken.add(className);
        return new Identifiers(taken);
    }

    private static void record(Document.Declaration record, StringBuilder out) {
        List<String> components = new ArrayList<>();
        record.components()
                .forEach((field, component) -> components.add(
                        (field.equals(component.name()) ? "" : "@JsonProperty(" + Literals.quote(field) + ") ")
                                + component.type() + " " + component.name()));
        String start = INDENT + "public record " + record.name() + "(";
        String oneLine = start + String.join(", ", components) + ") {}";
        String inner = "\n" + INDENT + INDENT + INDENT;
        out.append(INDENT)
                .append(
                        record.name().equals("Data")
                                ? "/** What the machine asks of its data, and puts into it. */\n"
                                : "/** A part of the data. */\n");
        out.append(
                        oneLine.length() <= Layout.WIDTH
                                ? oneLine
                                : start + inner + String.join("," + inner, components) + ") {}")
                .append("\n\n");
    }

    private static void statement(String start, Code code, StringBuilder out) {
        String indent = INDENT + INDENT;
        boolean narrow = start.length() > WIDE_START;
        out.append(indent)
                .append(narrow ? start.strip() + "\n" + indent + indent : start)
                .append(
                        narrow
                                ? Layout.of(code, indent + indent, 2 * indent.length(), 1)
                                : Layout.of(code, indent, indent.length() + start.length(), 1))
                .append(";\n");
    }

    private static void field(ClassParts.Resource resource, String constant, StringBuilder out) {
        String start = "private static final Resource<" + resource.argument() + ", " + resource.result() + "> "
                + constant + " =";
        Code value = Code.call(
                "Resource.of",
                Literals.string(resource.arn()),
                Expressions.literal(resource.argument()),
                Expressions.literal(resource.result()));
        String oneLine = INDENT + start + " " + value.flat().orElse("") + ";";
        if (value.flat().isPresent() && oneLine.length() <= Layout.WIDTH) {
            out.append(oneLine).append('\n');
        } else {
            String indent = INDENT + INDENT + INDENT;
            out.append(INDENT)
                    .append(start)
                    .append('\n')
                    .append(indent)
                    .append(Layout.of(value, indent, indent.length(), 1))
                    .append(";\n");
        }
    }

    private Code machine(Document document) {
        String type = document.type();
        Optional<String> problem = Structure.problem(definition);
        if (problem.isPresent()) {
            parts.raw(new JavaSource.Raw("", problem.get()));
            Code json = Literals.jsonText(definition.json());
            return Code.call("StateMachine.ofAsl", Expressions.literal(type), Expressions.literal(type), json);
        }
        Code code = Code.call("StateMachine.start", Expressions.literal(type));
        Rest rest = new Rest(definition.json());
        rest.drop("StartAt");
        rest.drop("States");
        QueryLanguage language = definition.queryLanguage();
        if (language == QueryLanguage.JSONPATH) {
            code = code.then(Code.call("queryLanguage", Code.word("QueryLanguage.JSONPATH")));
        } else {
            rest.take("QueryLanguage", value -> value.asString("").equals(language.text()));
        }
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            code = code.then(Code.call("comment", Literals.string(comment.get())));
        }
        Optional<String> version = rest.takeString("Version");
        if (version.isPresent()) {
            code = code.then(Code.call("version", Literals.string(version.get())));
        }
        Optional<Integer> timeout = rest.takeInt("TimeoutSeconds", 1);
        if (timeout.isPresent()) {
            code = code.then(Code.call("timeout", Literals.duration(timeout.get())));
        }
        code = rest.with(code);
        for (List<String> run : Reordering.of(definition)) {
            List<Code> names = new ArrayList<>();
            run.subList(run.get(0).isEmpty() ? 1 : 0, run.size()).forEach(state -> names.add(Literals.string(state)));
            code = code.then(new Code.Call(run.get(0).isEmpty() ? "statesFirst" : "statesAfter", names));
        }
        if (!isValid()) {
            code = code.then(Code.call("unchecked"));
        }
        Flow flow = ScopeCode.of(definition, new StateCode(parts, language, document));
        for (Code element : flow.elements()) {
            code = code.then(Code.call("then", element));
        }
        return flow.kind() == Flow.Kind.OPEN ? code.then(Code.call("end")) : code;
    }

    private boolean isValid() {
        return Validator.validate(AslDocument.of(name, definition)).stream()
                .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    private String javadoc() {
        String text = definition.comment().orElse("The state machine " + name + ".");
        StringBuilder safe = new StringBuilder();
        text.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(c ->
                        safe.append(c > '~' || "&<>@\\*{}".indexOf(c) >= 0 ? "&#" + c + ";" : Character.toString(c)));
        return wrapped(safe.toString());
    }

    private static String wrapped(String text) {
        String oneLine = "/** " + text + " */\n";
        if (oneLine.length() <= Layout.WIDTH) {
            return oneLine;
        }
        StringBuilder out = new StringBuilder("/**\n");
        StringBuilder line = new StringBuilder(" *");
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() + 1 > Layout.WIDTH && line.length() > 2) {
                out.append(line).append('\n');
                line = new StringBuilder(" *");
            }
            line.append(' ').append(word);
        }
        return out.append(line).append("\n */\n").toString();
    }

    private String header(Code machine, Document document) {
        StringBuilder out = new StringBuilder(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
        out.append("import static dev.stepwright.dsl.Dsl.*;\n\n");
        TreeSet<String> used = new TreeSet<>();
        StringBuilder words = new StringBuilder("AslDefinition StateMachine ").append(document.type());
        document.records()
                .forEach(record -> record.components()
                        .forEach((field, component) -> words.append(' ')
                                .append(component.type())
                                .append(field.equals(component.name()) ? "" : " JsonProperty")));
        parts.resources()
                .keySet()
                .forEach(resource -> words.append(' ')
                        .append(resource.argument())
                        .append(' ')
                        .append(resource.result()));
        words.append(' ');
        words.append(parts.resources().isEmpty() ? "" : "Resource ");
        machine.addWords(words);
        parts.locals().forEach(local -> {
            words.append(local.type()).append(' ');
            local.value().addWords(words);
        });
        IMPORTS.forEach((simple, full) -> {
            if (Pattern.compile("(?<![A-Za-z0-9_.])" + simple + "(?![A-Za-z0-9_])")
                    .matcher(words)
                    .find()) {
                used.add(full);
            }
        });
        used.forEach(full -> out.append("import ").append(full).append(";\n"));
        return out.append('\n').toString();
    }
}
