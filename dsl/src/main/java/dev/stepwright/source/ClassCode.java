package dev.stepwright.source;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The class around a machine. */
final class ClassCode {
    /** A machine of more states is not one expression. */
    private static final int MOST_STATES = 60;
    /** Nor is one that reads more. */
    private static final int MOST_ACCESSORS = 300;

    private final StateMachineDefinition definition;
    private final String name;
    private final String packageName;
    private final String className;

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
        Identifiers types = typeNames();
        Documents documents = problem.isEmpty() ? Documents.of(definition, types) : Documents.none();
        ClassParts parts = new ClassParts(isLarge(documents), types, definition);
        MachineCode code = new MachineCode(definition, name, parts);
        Code machine = problem.map(code::json).orElseGet(() -> code.of(documents));
        List<ClassParts.Local> methods = parts.methods(machine);
        StringBuilder words = new StringBuilder("AslDefinition StateMachine ");
        machine.addWords(words);
        Stream.concat(parts.variables().stream(), methods.stream()).forEach(local -> local.addWords(words));
        String body = body(documents, machine, parts, methods);
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
        return new JavaSource(path, header(words, documents, parts) + body, parts.raw());
    }

    private boolean isLarge(Documents documents) {
        int states = definition.scopes().stream()
                .mapToInt(scope -> scope.states().size())
                .sum();
        return states > MOST_STATES || documents.accessors() > MOST_ACCESSORS;
    }

    private String body(Documents documents, Code machine, ClassParts parts, List<ClassParts.Local> methods) {
        ClassBody body = new ClassBody(ClassBody.INDENT);
        List<ClassParts.Local> constants = parts.constants();
        constants(constants, "", body);
        documents.records().all().forEach(body::record);
        body.line("private " + className + "() {}").line("");
        body.line("/** Returns the machine. */").line("@AslDefinition(" + Literals.quote(name) + ")");
        String type = documents.of(definition).type();
        body.method("public static StateMachine<" + type + ", " + type + "> machine", parts.locals(), machine);
        methods(methods, "", body);
        StringBuilder out = new StringBuilder(javadoc());
        out.append("public final class ").append(className).append(" {\n").append(body);
        Stream.concat(constants.stream(), methods.stream())
                .map(ClassParts.Local::owner)
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .forEach(owner -> out.append(nested(owner, constants, methods)));
        return out.append("}\n").toString();
    }

    private static String nested(String owner, List<ClassParts.Local> constants, List<ClassParts.Local> methods) {
        ClassBody body = new ClassBody(ClassBody.INDENT + ClassBody.INDENT);
        constants(constants, owner, body);
        methods(methods, owner, body);
        String start = "\n" + ClassBody.INDENT + "/** One class cannot hold all. */\n" + ClassBody.INDENT;
        return start + "private static final class " + owner + " {\n"
                + body.toString().replaceFirst("^\n", "").stripTrailing() + "\n" + ClassBody.INDENT + "}\n";
    }

    private static void constants(List<ClassParts.Local> constants, String owner, ClassBody body) {
        List<ClassParts.Local> own =
                constants.stream().filter(local -> local.owner().equals(owner)).toList();
        own.forEach(local -> body.constant(
                local.part().type(), local.simpleName(), local.part().value()));
        if (!own.isEmpty()) {
            body.line("");
        }
    }

    private static void methods(List<ClassParts.Local> methods, String owner, ClassBody body) {
        methods.stream().filter(local -> local.owner().equals(owner)).forEach(local -> {
            body.line("");
            body.method(
                    "private static " + local.part().type() + " " + local.simpleName(),
                    List.of(),
                    local.part().value());
        });
    }

    private Identifiers typeNames() {
        Set<String> taken = ImportedNames.all();
        taken.add(className);
        return new Identifiers(taken);
    }

    private String javadoc() {
        String text = definition.comment().orElse("The state machine " + name + ".");
        return wrapped(Literals.escapedInJavadoc(text));
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

    private String header(StringBuilder words, Documents documents, ClassParts parts) {
        StringBuilder out = new StringBuilder(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
        out.append("import static dev.stepwright.dsl.Dsl.*;\n\n");
        addTypes(words, documents, parts);
        ImportedNames.in(words)
                .forEach(full -> out.append("import ").append(full).append(";\n"));
        return out.append('\n').toString();
    }

    /** Adds the types of the records and of the resources. */
    private void addTypes(StringBuilder words, Documents documents, ClassParts parts) {
        words.append(' ').append(documents.of(definition).type());
        documents
                .records()
                .all()
                .forEach(record -> record.components()
                        .forEach((field, component) -> words.append(' ')
                                .append(component.type())
                                .append(field.equals(component.name()) ? " " : " JsonProperty ")));
        parts.constants().forEach(local -> local.addWords(words));
        words.append(' ');
    }
}
