package dev.stepwright.asl.template;

import dev.stepwright.asl.template.TerraformFile.Located;
import dev.stepwright.asl.template.TerraformValues.Entry;
import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.Literal;
import dev.stepwright.hcl.HclExpression.Operation;
import dev.stepwright.hcl.HclExpression.Part;
import dev.stepwright.hcl.HclExpression.Reference;
import dev.stepwright.hcl.HclExpression.Template;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes texts of expressions, with the place of each character: placeholders stand for what only Terraform knows, called as what is written there. What stands in another file
 * has the place of what refers to it.
 */
final class TerraformText {
    private static final int LONGEST_NAME = 100;

    /** Functions that never give a text. */
    private static final Set<String> NO_TEXTS = Set.of(
            "abs",
            "ceil",
            "floor",
            "length",
            "max",
            "min",
            "parseint",
            "signum",
            "sum",
            "tobool",
            "tolist",
            "tomap",
            "tonumber",
            "toset");

    private final TerraformValues values;
    private final Located value;
    private final TerraformFile file;
    private final Extract text;
    private final Map<String, String> machines = new HashMap<>();
    private final List<Reference> lone = new ArrayList<>();
    private int place;
    private int depth;
    /** How often what is written is itself within a string of JSON. */
    private int strings;
    /** Whether what comes next stands within quotes of the text, which end at the end of their line. */
    private boolean isQuoted;

    private boolean isEscaped;

    /** @param value what the text is made of; places count in its file */
    TerraformText(TerraformValues values, Located value) {
        this.values = values;
        this.value = value;
        this.file = value.file();
        this.text = Extract.within(file.text(), value.value().at());
    }

    /** Returns the names of machines by those of the placeholders that stand for them. */
    Map<String, String> machines() {
        return machines;
    }

    /** Returns the single names of which nothing is known; in source of Terraform they refer to nothing. */
    List<Reference> lone() {
        return lone;
    }

    /** Returns the JSON that {@code jsonencode} makes of the value. */
    Extract encoded() {
        addJson(value);
        return text;
    }

    /** Returns the text that the value makes, a template. */
    Extract rendered() {
        addText(value);
        return text;
    }

    private void addJson(Located expression) {
        Located written = values.unwrapped(expression);
        at(written, () -> {
            Located value = values.placed(written);
            Optional<Map<String, Entry>> entries = values.entries(value);
            Optional<List<Located>> elements = values.elements(value);
            Optional<Call> inner = TerraformValues.call("jsonencode", value);
            if (depth > JsonDocument.MAX_DEPTH) {
                addString(() -> addPlaceholder(written));
            } else if (entries.isPresent()) {
                addAll("{", entries.get().values(), this::addEntry, "}");
            } else if (elements.isPresent()) {
                addAll("[", elements.get(), this::addJson, "]");
            } else if (value.value() instanceof Literal literal) {
                add(literal.json());
            } else if (inner.isPresent()) {
                addString(() -> addArgument(value, inner.get()));
            } else if (isNoText(written)) {
                addPlaceholder(written);
            } else {
                addString(() -> addWords(written, value));
            }
        });
    }

    /** Returns whether a value that is not known is surely no text: the type of its variable, its operator or its function says so. */
    private boolean isNoText(Located written) {
        HclExpression value = values.resolved(written).value();
        return value instanceof Operation
                || value instanceof Call call && NO_TEXTS.contains(call.function())
                || value instanceof Reference reference
                        && reference.steps().size() == 2
                        && reference.steps().get(0).equals("var")
                        && values.module().isNoText(reference.steps().get(1));
    }

    private <T> void addAll(String opening, Collection<T> all, Consumer<T> adding, String closing) {
        add(opening);
        String separator = "";
        for (T each : all) {
            add(separator);
            adding.accept(each);
            separator = ",";
        }
        add(closing);
    }

    private void addEntry(Entry entry) {
        at(entry.name(), () -> addString(() -> addText(entry.name())));
        add(":");
        addJson(entry.value());
    }

    private void addArgument(Located value, Call call) {
        call.arguments().stream().findFirst().ifPresent(argument -> addJson(value.with(argument)));
    }

    private void addText(Located expression) {
        Located written = values.unwrapped(expression);
        at(written, () -> {
            Located value = values.placed(written);
            Optional<Call> inner = TerraformValues.call("jsonencode", value);
            if (depth > JsonDocument.MAX_DEPTH) {
                addPlaceholder(written);
            } else if (inner.isPresent() && isQuoted && strings == 0) {
                addQuotedArgument(value, inner.get());
            } else if (inner.isPresent()) {
                addArgument(value, inner.get());
            } else {
                addWords(written, value);
            }
        });
    }

    /** Within quotes of a text, numbers and booleans make JSON, and what is not known may be one; a text in quotes of its own makes none. */
    private void addQuotedArgument(Located value, Call call) {
        for (HclExpression first : call.arguments().stream().limit(1).toList()) {
            Located argument = value.with(first);
            boolean isScalar = !(values.resolved(argument).value() instanceof Template)
                    && values.entries(argument).isEmpty()
                    && values.elements(argument).isEmpty();
            if (isScalar) {
                addText(argument);
            } else {
                addJson(argument);
            }
        }
    }

    private void addWords(Located written, Located value) {
        if (value.value() instanceof Literal literal && !literal.json().equals("null")) {
            add(literal.json());
        } else if (value.value() instanceof Template template && !template.hasDirectives()) {
            addParts(value, template.parts());
        } else {
            addPlaceholder(written);
        }
    }

    /** Does something at the place of a value, if it stands in the file, and else at the place where this is. */
    private void at(Located written, Runnable adding) {
        int before = place;
        place = written.isIn(file) ? written.value().at() : place;
        depth++;
        adding.run();
        depth--;
        place = before;
    }

    private void add(String words) {
        add(words, false);
    }

    private void add(String words, boolean isSpread) {
        for (int i = 0; i < words.length(); i++) {
            String character = words.substring(i, i + 1);
            for (int string = 0; string < strings; string++) {
                String quoted = JsonText.quote(character);
                character = quoted.substring(1, quoted.length() - 1);
            }
            for (int each = 0; each < character.length(); each++) {
                text.add(character.charAt(each), isSpread ? place + i : place);
                note(character.charAt(each));
            }
        }
    }

    private void note(char added) {
        if (added == '"' && !isEscaped) {
            isQuoted = !isQuoted;
        } else if (added == '\n') {
            isQuoted = false;
        }
        isEscaped = added == '\\' && !isEscaped;
    }

    private void addString(Runnable adding) {
        add("\"");
        strings++;
        adding.run();
        strings--;
        add("\"");
    }

    /** In a name nothing ends a string or the placeholder. */
    private void addPlaceholder(Located written) {
        String words = written.value().text().replaceAll("[{}$\"\\\\]", "").replaceAll("[\\s\\p{Cntrl}]+", " ");
        String name = words.isBlank() ? "value" : words.strip();
        String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        if (written.isIn(file)
                && written.value() instanceof Reference single
                && single.steps().size() == 1) {
            lone.add(single);
        }
        if (values.resolved(written).value() instanceof Reference reference
                && reference.steps().get(0).equals(TerraformMachine.TYPE)
                && reference.steps().size() > 1) {
            values.module().machine(reference.steps().get(1)).ifPresent(machine -> machines.put(shortened, machine));
        }
        add("${" + shortened + "}");
    }

    private void addParts(Located template, List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Text words) {
                int before = place;
                place = template.isIn(file) ? words.at() : place;
                add(words.text(), template.isIn(file));
                place = before;
            } else if (part instanceof Part.Interpolation inner) {
                addText(template.with(inner.value()));
            }
        }
    }
}
