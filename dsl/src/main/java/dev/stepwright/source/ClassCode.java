package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The class around a machine. */
final class ClassCode {
    private static final String INDENT = "    ";
    private static final int WIDE_START = 60;
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

    JavaSource source() {
        Optional<String> problem = Structure.problem(definition);
        try {
            return source(problem);
        } catch (ScopeCode.TooDeep e) {
            return new ClassCode(definition, name, packageName, className)
                    .source(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** @param problem why the machine stands as JSON; empty if it does not */
    private JavaSource source(Optional<String> problem) {
        Document document = problem.isEmpty() && definition.queryLanguage() == QueryLanguage.JSONPATH
                ? Document.of(definition, "Data", typeNames())
                : Document.unknown();
        MachineCode code = new MachineCode(definition, name, parts);
        Code machine = problem.map(code::json).orElseGet(() -> code.of(document));
        StringBuilder body = new StringBuilder();
        body.append(javadoc()).append("public final class ").append(className).append(" {\n");
        parts.resources().forEach((resource, constant) -> field(resource, constant, body));
        body.append(parts.resources().isEmpty() ? "" : "\n");
        document.records().forEach(record -> record(record, body));
        body.append(INDENT).append("private ").append(className).append("() {}\n\n");
        method(document.type(), machine, body);
        body.append("}\n");
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
        return new JavaSource(path, header(machine, document) + body, parts.raw());
    }

    private void method(String type, Code machine, StringBuilder body) {
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
        body.append(INDENT).append("}\n");
    }

    private Identifiers typeNames() {
        Set<String> taken = ImportedNames.all();
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
        ImportedNames.in(words(machine, document))
                .forEach(full -> out.append("import ").append(full).append(";\n"));
        return out.append('\n').toString();
    }

    /** Returns all names of types in the source, and maybe more, between blanks. */
    private StringBuilder words(Code machine, Document document) {
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
        return words;
    }
}
