package dev.stepwright.asl.template;

import dev.stepwright.asl.template.Definitions.Broken;
import dev.stepwright.asl.template.Template.Found;
import dev.stepwright.json.FileProblems;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The variables of a service of the Serverless Framework: {@code ${self:custom.table}}, {@code ${file(flow.yml):order}}, {@code ${opt:stage, 'dev'}}.
 *
 * @param found is told of files that cannot be read
 * @see <a href="https://www.serverless.com/framework/docs/guides/variables">Serverless variables</a>
 */
record ServerlessVariables(Path file, JsonDocument document, Found found) {
    private static final Pattern ONE = Pattern.compile("\\$\\{([^${}]+)}");
    private static final Pattern FILE = Pattern.compile("file\\(\\s*(.+?)\\s*\\)(?::(.*))?");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final String SELF = "self:";

    /** Nobody writes variables that lead from one to another more often. */
    private static final int DEEPEST = 20;

    /** A longer text no definition has. */
    private static final int LONGEST = 1 << 20;

    /** A value in the service's file, or in one that it names. */
    record Located(Path file, JsonDocument document, JsonPointer at) {
        JsonNode value() {
            return document.root().at(at);
        }

        Located member(String name) {
            return new Located(file, document, at.appendProperty(name));
        }
    }

    /** Returns what a path of names leads to from a value, past variables. */
    Optional<Located> member(Located from, String... names) {
        Optional<Located> found = followed(from);
        for (String name : names) {
            found = found.map(value -> value.member(name)).flatMap(this::followed);
        }
        return found;
    }

    Located root() {
        return new Located(file, document, JsonPointer.empty());
    }

    /** Returns the value that a variable stands for, if that is in a file; any other value itself. Empty if the file cannot be read. */
    Optional<Located> followed(Located value) {
        return followed(value, 0);
    }

    private Optional<Located> followed(Located value, int depth) {
        Matcher variable = ONE.matcher(value.value().asString("").strip());
        if (depth == DEEPEST || !value.value().isString() || !variable.matches()) {
            return Optional.of(value);
        }
        String source = variable.group(1).strip();
        Matcher named = FILE.matcher(source);
        if (source.startsWith(SELF) && source.indexOf(',') < 0) {
            return within(root(), source.substring(SELF.length()), depth);
        }
        if (!named.matches() || !named.group(1).matches("(?i).*\\.(json|ya?ml)")) {
            return Optional.of(value);
        }
        return read(named.group(1), value)
                .flatMap(read -> within(read, named.group(2) == null ? "" : named.group(2), depth));
    }

    private Optional<Located> within(Located from, String path, int depth) {
        Optional<Located> found = followed(from, depth + 1);
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            found = found.map(value -> value.member(step)).flatMap(value -> followed(value, depth + 1));
        }
        return found;
    }

    /** A path counts from the service's file. */
    private Optional<Located> read(String path, Located variable) {
        try {
            Path read = file.resolveSibling(path).normalize();
            try {
                return Optional.of(new Located(read, JsonDocument.read(read, Template.TAGS), JsonPointer.empty()));
            } catch (JsonSyntaxException e) {
                found.broken().add(new Broken(read, e));
            } catch (IOException e) {
                tell(variable, FileProblems.unread(read, e), Optional.of(read));
            }
        } catch (InvalidPathException e) {
            tell(variable, "\"" + path + "\" is not a file path: " + e.getReason(), Optional.empty());
        }
        return Optional.empty();
    }

    private void tell(Located variable, String reason, Optional<Path> missing) {
        found.problems()
                .add(new TemplateProblem(
                        TemplateRule.NO_DEFINITION,
                        JsonPointer.empty(),
                        document.position(variable.file().equals(file) ? variable.at() : JsonPointer.empty()),
                        "a definition is missing: " + reason + "; the path is relative to " + file,
                        missing));
    }

    /** Returns what a variable comes to in a text, as far as that is known: of several of which nobody knows the first, the last. */
    Optional<String> text(String variable, Map<String, String> given) {
        return text(variable, given, new HashMap<>(), 0);
    }

    private Optional<String> text(
            String variable, Map<String, String> given, Map<String, Optional<String>> known, int depth) {
        if (given.containsKey(variable) || depth == DEEPEST) {
            return Optional.ofNullable(given.get(variable));
        }
        Optional<String> text = known.get(variable);
        if (text == null) {
            // Nothing is known of one that goes round in a circle.
            known.put(variable, Optional.empty());
            text = Stream.of(variable.split(",", -1))
                    .flatMap(source -> source(source.strip(), given, known, depth).stream())
                    .findFirst();
            known.put(variable, text);
        }
        return text;
    }

    private Optional<String> source(
            String source, Map<String, String> given, Map<String, Optional<String>> known, int depth) {
        Matcher constant = TEXT.matcher(source);
        if (constant.matches()) {
            return Optional.of(constant.group(1) == null ? constant.group(2) : constant.group(1));
        }
        if (given.containsKey(source) || !source.startsWith(SELF)) {
            return Optional.ofNullable(given.get(source));
        }
        return within(root(), source.substring(SELF.length()), depth)
                .map(Located::value)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> filled(value.asString(), given, known, depth))
                .filter(value -> !value.contains("${"));
    }

    /** Returns a text with what its variables come to; as it is written if that is too long for a definition. */
    private String filled(String text, Map<String, String> given, Map<String, Optional<String>> known, int depth) {
        StringBuilder filled = new StringBuilder();
        Matcher variable = ONE.matcher(text);
        while (variable.find()) {
            String value = text(variable.group(1), given, known, depth + 1).orElse(variable.group());
            variable.appendReplacement(filled, Matcher.quoteReplacement(value));
            if (filled.length() > LONGEST) {
                return text;
            }
        }
        return variable.appendTail(filled).toString();
    }
}
