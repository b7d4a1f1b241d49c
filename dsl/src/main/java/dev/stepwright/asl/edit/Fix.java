package dev.stepwright.asl.edit;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A change that mends what is wrong with a definition. */
public sealed interface Fix {
    /** Says what it does, as an order: {@code write "Ship"}, {@code add "End": true}. */
    String text();

    /**
     * Returns the changes that it makes to the text of a definition, in which all else stays as it is written.
     *
     * @param document JSON or YAML, or a part of a text in either; the one that the fix is for
     * @return none if it is written in a way that no change is sure for: by aliases and anchors, or a template's functions
     */
    List<TextChange> in(AslDocument document);

    /** Returns whether it spells a word as it is surely meant: what is there is no word at all, and all but this one. */
    default boolean mendsSlip() {
        return false;
    }

    /** Writes other characters into a string: a whole word, or from a character to before another one. */
    record Write(JsonPointer at, int from, int to, String written, boolean mendsSlip) implements Fix {
        @Override
        public String text() {
            return "change to " + JsonText.quote(written);
        }

        @Override
        public List<TextChange> in(AslDocument document) {
            return new FixWriter(document).write(at, from, to, written);
        }
    }

    /** Gives a member another name. */
    record Rename(JsonPointer at, String name, boolean mendsSlip) implements Fix {
        @Override
        public String text() {
            return "rename to " + name;
        }

        @Override
        public List<TextChange> in(AslDocument document) {
            return new FixWriter(document).rename(at, name);
        }
    }

    /** Gives an object a member, or a member that it has another value. */
    record Put(JsonPointer at, JsonNode value) implements Fix {
        @Override
        public String text() {
            return "add " + JsonText.quote(at.last().getMatchingProperty()) + ": " + JsonText.compact(value);
        }

        @Override
        public List<TextChange> in(AslDocument document) {
            FixWriter writer = new FixWriter(document);
            return document.root().at(at).isMissingNode() ? writer.add(at, value) : writer.replace(at, value);
        }
    }

    /** Takes members from an object; at least one stays. */
    record Remove(JsonPointer at, List<String> names) implements Fix {
        public Remove {
            names = List.copyOf(names);
        }

        @Override
        public String text() {
            return names.stream().map(JsonText::quote).collect(Collectors.joining(", ", "remove ", ""));
        }

        @Override
        public List<TextChange> in(AslDocument document) {
            return new FixWriter(document).remove(at, names);
        }
    }

    /** Makes several changes, all or none. */
    record Together(List<Fix> fixes) implements Fix {
        public Together {
            fixes = List.copyOf(fixes);
        }

        @Override
        public String text() {
            return fixes.stream().map(Fix::text).collect(Collectors.joining(" and "));
        }

        @Override
        public List<TextChange> in(AslDocument document) {
            List<TextChange> all = new ArrayList<>();
            for (Fix fix : fixes) {
                List<TextChange> changes = fix.in(document);
                if (changes.isEmpty()) {
                    return List.of();
                }
                all.addAll(changes);
            }
            return List.copyOf(all);
        }
    }

    /** Spells a string otherwise. */
    static Fix spell(JsonPointer at, String old, String word) {
        return new Write(at, 0, old.length(), word, true);
    }

    /** Spells a word within a string otherwise. */
    static Fix spell(JsonPointer at, int from, int to, String word) {
        return new Write(at, from, to, word, true);
    }

    /** Spells the name of a member otherwise. */
    static Fix spell(JsonPointer at, String name) {
        return new Rename(at, name, true);
    }

    /** Puts a text in place of characters of a string. */
    static Fix write(JsonPointer at, int from, int to, String written) {
        return new Write(at, from, to, written, false);
    }

    /** Gives a member another name. */
    static Fix rename(JsonPointer at, String name) {
        return new Rename(at, name, false);
    }

    /** Puts a text into a member. */
    static Fix put(JsonPointer at, String text) {
        return new Put(at, JsonNodeFactory.instance.stringNode(text));
    }

    /** Lets a state end its machine. */
    static Fix end(JsonPointer at) {
        return new Put(at, JsonNodeFactory.instance.booleanNode(true));
    }

    /** Takes one member away. */
    static Fix remove(JsonPointer at) {
        return new Remove(at.head(), List.of(at.last().getMatchingProperty()));
    }
}
