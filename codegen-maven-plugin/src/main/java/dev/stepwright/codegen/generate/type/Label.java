package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.CodeBlock;

/**
 * What messages call a value: {@code lines[]} for the elements of a list, whichever it is, and {@code prices["EUR"]} for a member of a map.
 *
 * @param text what to call it where nobody knows the names of members
 * @param before the Java expression of what stands before {@code end}, with a plus; empty if that is all
 */
record Label(String text, CodeBlock before, String end) {
    static Label of(String name) {
        return new Label(name, CodeBlock.of(""), name);
    }

    Label elements() {
        return new Label(text + "[]", before, end + "[]");
    }

    /** Returns the label of a member of a map; {@code name} is the Java expression of its name. */
    Label member(String name) {
        return new Label(text + "[]", CodeBlock.of("$L$S + $L + ", before, end + "[\"", name), "\"]");
    }

    /** Returns in how many lists and maps it is. */
    int depth() {
        return text.length() - text.replace("[", "").length();
    }
}
